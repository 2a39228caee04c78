import type { PassAtKRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { countBasis } from './basis';
import type { Mark, Picture } from './picture';

/** pass@k against k with its 95% band; the part beyond n/2 is marked fragile, the part beyond n extrapolated. */
export function passAtKCurve(report: Report): Picture {
  const { k } = report.weights;
  const rows = report.passAtK;
  const known = rows.filter((row) => row.estimate !== null);
  const now = rows.find((row) => row.k === k);
  const max = report.prompts.samplesPerPrompt.max;
  const marks: Mark[] = [{ kind: 'upright', x: k, label: `k = ${k}`, tone: 'line', dash: [2, 3] }];
  const last = known.at(-1)?.k ?? 1;
  if (max !== null && last > max / 2) {
    marks.push({ kind: 'region', xMin: max / 2, xMax: Math.min(max, last), label: 'fragile', tone: 'muted' });
    if (last > max) marks.push({ kind: 'region', xMin: max, xMax: last, label: 'extrapolated', tone: 'muted' });
  }
  const beyond = rows.find((row) => row.estimate === null);
  const notes = [
    ...(now === undefined ? [] : [`pass@${k} = ${formatRate(now.estimate)} (95% CI ${formatRateInterval(now.ci)}), a mean over ${formatCount(now.prompts, 'prompt')}.`]),
    ...(beyond === undefined ? [] : [`Unknown from k = ${beyond.k}: too few samples.`]),
  ];
  return {
    id: 'passAtK',
    title: 'pass@k',
    basis: `${countBasis(report)} · pointwise 95% band over prompts`,
    missing: known.length === 0 ? { what: 'No prompt has a sample with a verdict.', how: 'See the lines that could not be read, above.' } : null,
    x: { title: 'k (log scale)', scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: 'pass@k', scale: 'linear', ...rateRange(known) },
    clouds: [],
    curves: [{
      name: 'pass@k',
      tone: 'line',
      x: known.map((row) => row.k),
      y: known.map((row) => row.estimate),
      low: known.map((row) => row.ci?.[0] ?? null),
      high: known.map((row) => row.ci?.[1] ?? null),
      certainty: known.map((row) => row.status),
      prompt: null,
      describe: (point) => describe(known[point]!),
    }],
    bars: [],
    marks,
    enclosing: null,
    notes,
    summary: `pass@k for k from 1 to ${last}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 48 },
        { title: 'pass@k', numeric: true, width: 70 },
        { title: '95% CI', numeric: true, width: 124 },
        { title: 'Prompts', numeric: true, width: 76 },
        { title: 'Standing', numeric: false, width: 96 },
      ],
      rows: rows.length,
      cell: (row, column) => cell(rows[row]!, column),
      prompt: () => null,
    },
  };
}

function describe(row: PassAtKRow): string[] {
  return [`pass@${row.k} = ${formatRate(row.estimate)}`, `95% CI ${formatRateInterval(row.ci)}`, ...(row.status === 'solid' ? [] : [row.status])];
}

function cell(row: PassAtKRow, column: number): string {
  return [String(row.k), formatRate(row.estimate), formatRateInterval(row.ci), formatCount(row.prompts), row.status][column]!;
}

/** From the band's low end to its high end, on round tenths, and never without height. */
function rateRange(rows: readonly PassAtKRow[]): { min: number; max: number } {
  const low = Math.min(1, ...rows.map((row) => row.ci?.[0] ?? row.estimate!));
  const high = Math.max(0, ...rows.map((row) => row.ci?.[1] ?? row.estimate!));
  const min = Math.min(0.9, Math.max(0, Math.floor(low * 10) / 10));
  return { min, max: Math.max(min + 0.1, Math.min(1, Math.ceil(high * 10) / 10)) };
}
