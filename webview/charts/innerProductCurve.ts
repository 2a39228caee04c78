import type { ConflictSummary, Report } from '../../src/core/reportShape';
import type { AnalysisResult } from '../../src/protocol/analysis';
import { formatCount } from '../numbers/formatCount';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { answerOf, type Answers } from '../state/answers';
import { agreementBasis, noGradients } from './basis';
import type { Certainty, Mark, Picture } from './picture';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

type Row = ConflictSummary['byK'][number];

type Onset = Extract<AnalysisResult, { kind: 'onset' }>;

/**
 * <grad J_k, grad J_1> against k with its pointwise 95% band; all runs of k with a conflict are shaded. At the foot, where the
 * conflict begins in resamples of the prompts.
 */
export function innerProductCurve(report: Report, answers: Answers = new Map()): Picture {
  const onset = answerOf(answers, 'onset');
  const { conflict } = report;
  const { k } = report.weights;
  const max = report.prompts.samplesPerPrompt.max;
  const rows = (conflict?.byK ?? []).filter((row) => row.innerProduct !== null);
  const last = rows.at(-1)?.k ?? 1;
  const marks: Mark[] = [{ kind: 'level', y: 0, label: '', tone: 'muted', dash: [] }];
  for (const [from, to] of conflict?.intervals ?? []) {
    marks.push({ kind: 'region', xMin: from, xMax: Math.min(to, last), label: t`conflict`, tone: 'bad' });
  }
  if (onset !== null && onset.onset.noConflict < 1) marks.push({ kind: 'strip', ...onsetShares(onset.onsets), label: t`onset in resamples`, tone: 'bad' });
  marks.push({ kind: 'upright', x: k, label: t`k = ${k}`, tone: 'line', dash: [2, 3] });
  const note = conflict === null ? [] : [conflictNote(conflict), ...(onset === null ? [] : [onsetNote(onset)])];
  return {
    id: 'innerProduct',
    title: t`Inner product ⟨∇J_k, ∇J_1⟩ against k`,
    basis: t`${agreementBasis(report)} · mean over these prompts`,
    missing: conflict === null ? noGradients : rows.length === 0 ? { what: t`No inner product can be estimated from these samples.`, how: t`Each prompt needs at least three samples.` } : null,
    x: { title: t`k (log scale)`, scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: t`inner product`, scale: 'linear' },
    clouds: [],
    curves: [{
      name: t`inner product`,
      tone: 'line',
      x: rows.map((row) => row.k),
      y: rows.map((row) => row.innerProduct),
      low: rows.map((row) => row.ci?.[0] ?? null),
      high: rows.map((row) => row.ci?.[1] ?? null),
      certainty: rows.map((row): Certainty => (max !== null && row.k > max / 2 ? 'fragile' : 'solid')),
      prompt: null,
      describe: (point) => describe(rows[point]!),
    }],
    bars: [],
    marks,
    enclosing: null,
    notes: [...note, ...(conflict === null ? [] : [t`The band holds at each k alone; curves over k share their samples.`])],
    summary: t`Inner product for k from 1 to ${last}. ${note.join(' ')}`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 52 },
        { title: t`Inner product`, numeric: true, width: 116 },
        { title: t`95% CI`, numeric: true, width: 178 },
        { title: t`Verdict`, numeric: false, width: 100 },
      ],
      rows: conflict?.byK.length ?? 0,
      cell: (row, column) => cell(conflict!.byK[row]!, column),
      prompt: () => null,
    },
  };
}

function conflictNote({ intervals }: ConflictSummary): string {
  if (intervals.length === 0) return t`No k has an interval that lies below 0.`;
  return t`Conflict at ${intervals.map(([from, to]) => (from === to ? `k = ${from}` : t`k = ${from} to ${to}`)).join(', ')}.`;
}

/** How many of all resamples begin to conflict at each k. */
export function onsetShares(onsets: Float64Array): { x: number[]; shares: number[] } {
  const counts = new Map<number, number>();
  for (const k of onsets) if (!Number.isNaN(k)) counts.set(k, (counts.get(k) ?? 0) + 1);
  const x = [...counts.keys()].sort((a, b) => a - b);
  return { x, shares: x.map((k) => (counts.get(k) ?? 0) / onsets.length) };
}

function onsetNote({ onset: { resamples, noConflict, low, median, high } }: Onset): string {
  const k = (value: number): string => (value === Infinity ? t`never` : t`k = ${value}`);
  if (noConflict === 1) return t`In ${formatCount(resamples)} resamples of the prompts the inner product never falls below 0.`;
  const never = noConflict > 0 ? t`; in ${formatShare(noConflict)} it never does` : '';
  return t`In ${formatCount(resamples)} resamples of the prompts the inner product first falls below 0 at ${k(median)} (95%: ${k(low)} to ${k(high)})${never}.`;
}

function describe(row: Row): string[] {
  return [t`k = ${row.k}: inner product ${formatNumber(row.innerProduct)}`, t`95% CI ${formatInterval(row.ci)}`, wordOf(row.verdict)];
}

function cell(row: Row, column: number): string {
  return [String(row.k), formatNumber(row.innerProduct), formatInterval(row.ci), wordOf(row.verdict)][column]!;
}
