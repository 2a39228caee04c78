import { attemptCost, type AttemptCost } from '../../src/core/counts/attemptCost';
import { lengthCost, type LengthCost } from '../../src/core/counts/lengthCost';
import { reportBasis } from '../../src/core/reportBasis';
import type { Interval } from '../../src/core/reportShape';
import type { PromptColumns } from '../../src/core/promptColumns';
import { formatCount } from '../numbers/formatCount';
import { formatEstimate, formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import type { ChartInput } from './chartInput';
import type { Certainty, Curve, Mark, Picture } from './picture';
import { lengthWords } from './lengthWords';
import { waitingPicture } from './waitingPicture';
import { t } from '../../src/texts/t';

interface Cost extends AttemptCost {
  readonly length: LengthCost | null;
}

const costs = new WeakMap<PromptColumns, Map<number, Cost>>();

/** What a solved prompt costs, against k: all k attempts made, or stopped at the first correct one by a verifier. */
export function costCurve({ run, report }: Pick<ChartInput, 'run' | 'report'>): Picture {
  const { columns } = run;
  const { k } = report.weights;
  const max = report.prompts.samplesPerPrompt.max;
  if (!max) return waitingPicture('cost', t`The log gives exact pass rates and no attempts to count.`);
  const ks = [...new Set([...report.passAtK.map((row) => row.k), 1, k])].filter((each) => each <= max).sort((a, b) => a - b);
  const rows = ks.map((each) => costAt(columns, each)).filter((cost) => !Number.isNaN(cost.all));
  if (rows.length === 0) return waitingPicture('cost', t`No prompt was solved, so a solved one has no price.`);
  const [once, now] = [rows.find((row) => row.k === 1), rows.find((row) => row.k === k)];
  const unit = columns.lengths === undefined ? null : lengthWords(columns.lengths.unit);
  const last = rows[rows.length - 1].k;
  const marks: Mark[] = [{ kind: 'upright', x: k, label: t`k = ${k}`, tone: 'line', dash: [2, 3] }];
  const notes = [
    ...(once === undefined ? [] : [t`One attempt at each prompt: ${said(once.all, once.allCi)} for each one solved${lengths(once.length, unit, 'all')}.`]),
    ...(now === undefined || k === 1 ? [] : [
      t`Up to ${formatCount(k, 'attempt')} with a verifier that stops at the first correct one: ${said(now.stopping, now.stoppingCi)}${lengths(now.length, unit, 'stopping')}.`,
      t`All ${formatCount(k, 'attempt')} always: ${said(now.all, now.allCi)}${lengths(now.length, unit, 'all')}.`,
    ]),
    ...(now === undefined && k > max ? [t`Unknown at k = ${k}, more than the samples of a prompt.`] : []),
  ];
  return {
    id: 'cost',
    title: t`Cost of a solved prompt`,
    basis: t`attempts spent on all prompts over prompts solved · unbiased means, 95% bands over prompts`,
    missing: null,
    x: { title: t`k, attempts allowed (log scale)`, scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: t`attempts a solved prompt (log scale)`, scale: 'log', min: 1, max: Math.max(2, ...rows.map((row) => row.all)) * 1.15 },
    clouds: [],
    curves: [
      costLine(t`stop at the first correct`, 'circle', rows, max, (row) => row.stopping, (row) => row.stoppingCi),
      costLine(t`all k attempts`, 'rect', rows, max, (row) => row.all, (row) => row.allCi),
    ],
    bars: [],
    marks,
    enclosing: null,
    notes,
    summary: t`Attempts that a solved prompt costs, for k from 1 to ${last}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 48 },
        { title: t`Stopping`, numeric: true, width: 80 },
        { title: t`95% CI`, numeric: true, width: 110 },
        { title: t`All k`, numeric: true, width: 80 },
        { title: t`95% CI`, numeric: true, width: 110 },
        ...(unit === null ? [] : [{ title: t`${unit}, stopping`, numeric: true, width: 140 }, { title: t`${unit}, all k`, numeric: true, width: 120 }]),
      ],
      rows: rows.length,
      cell: (row, column) => {
        const cost = rows[row];
        return [
          String(cost.k), formatNumber(cost.stopping), formatInterval(cost.stoppingCi), formatNumber(cost.all), formatInterval(cost.allCi),
          formatNumber(cost.length?.stopping ?? null), formatNumber(cost.length?.all ?? null),
        ][column];
      },
      prompt: () => null,
    },
  };
}

/** Kept for the columns: k goes back and forth. */
function costAt(columns: PromptColumns, k: number): Cost {
  const known = costs.get(columns) ?? new Map<number, Cost>();
  costs.set(columns, known);
  let cost = known.get(k);
  if (cost === undefined) {
    cost = { ...attemptCost(reportBasis(columns).groups, k), length: columns.lengths === undefined ? null : lengthCost(columns.n, columns.c, columns.lengths, k) };
    known.set(k, cost);
  }
  return cost;
}

function costLine(name: string, shape: 'circle' | 'rect', rows: readonly Cost[], max: number, of: (row: Cost) => number, ci: (row: Cost) => Interval): Curve {
  const edge = (row: Cost, side: 0 | 1): number | null => (Number.isNaN(ci(row)[side]) ? null : ci(row)[side]);
  return {
    name, shape,
    tone: shape === 'circle' ? 'line' : 'hard',
    x: rows.map((row) => row.k),
    y: rows.map(of),
    low: rows.map((row) => edge(row, 0)),
    high: rows.map((row) => edge(row, 1)),
    certainty: rows.map((row): Certainty => (row.k > max / 2 ? 'fragile' : 'solid')),
    prompt: null,
    describe: (point) => [t`k = ${rows[point].k}, ${name}`, t`${formatNumber(of(rows[point]))} attempts a solved prompt`, t`95% CI ${formatInterval(ci(rows[point]))}`],
  };
}

function said(attempts: number, ci: Interval): string {
  return t`${formatEstimate(attempts, Number.isNaN(ci[0]) ? null : ci)} attempts`;
}

function lengths(cost: LengthCost | null, unit: string | null, of: 'all' | 'stopping'): string {
  return cost === null || unit === null || Number.isNaN(cost[of]) ? '' : t`, ${formatNumber(cost[of])} ${unit} of responses`;
}
