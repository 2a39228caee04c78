import type { PromptMean } from '../../src/core/counts/meanOverPrompts';
import { simultaneousBand } from '../../src/core/counts/simultaneousBand';
import type { Interval, PassAtKRow, Report } from '../../src/core/reportShape';
import type { AnalysisResult } from '../../src/protocol/analysis';
import { formatCount } from '../numbers/formatCount';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { answerOf, type Answers } from '../state/answers';
import { countBasis } from './basis';
import type { Curve, Mark, Picture, Shape, Tone } from './picture';
import { t } from '../../src/texts/t';

type Metrics = Extract<AnalysisResult, { kind: 'metrics' }>;

/**
 * pass@k against k with its 95% band, and around it the band that holds at all k at once; pass^k, and majority@k where the log
 * has answers. The part beyond n/2 is marked fragile, the part beyond n extrapolated.
 */
export function passAtKCurve(report: Report, answers: Answers = new Map()): Picture {
  const metrics = answerOf(answers, 'metrics');
  const { k } = report.weights;
  const rows = report.passAtK;
  const known = rows.filter((row) => row.estimate !== null);
  const now = rows.find((row) => row.k === k);
  const max = report.prompts.samplesPerPrompt.max;
  const marks: Mark[] = [{ kind: 'upright', x: k, label: t`k = ${k}`, tone: 'line', dash: [2, 3] }];
  const last = known.at(-1)?.k ?? 1;
  if (max !== null && last > max / 2) {
    marks.push({ kind: 'region', xMin: max / 2, xMax: Math.min(max, last), label: t`fragile`, tone: 'muted' });
    if (last > max) marks.push({ kind: 'region', xMin: max, xMax: last, label: t`extrapolated`, tone: 'muted' });
  }
  const beyond = rows.find((row) => row.estimate === null);
  const band = metrics === null || Number.isNaN(metrics.simultaneous) ? null : metrics.simultaneous;
  const bands = band === null ? new Map<number, Interval | null>() : bandsOf(known, band, max);
  const others = metrics === null ? [] : otherCurves(metrics, last);
  const notes = [
    ...(now === undefined ? [] : [t`pass@${k} = ${formatRate(now.estimate)} (95% CI ${formatRateInterval(now.ci)}), a mean over ${formatCount(now.prompts, 'prompt')}.`]),
    ...(beyond === undefined ? [] : [t`Unknown from k = ${beyond.k}: too few samples.`]),
    ...(band === null ? [] : [t`The filled band holds at each k alone, the dashed lines around it at all k at once.`]),
    ...others.flatMap((curve) => meanings[curve.name] ?? []),
    ...(answers.get('metrics')?.failure == null ? [] : [t`Other metrics are unknown: ${answers.get('metrics')?.failure?.message ?? ''}`]),
  ];
  return {
    id: 'passAtK',
    title: t`pass@k`,
    basis: t`${countBasis(report)} · 95% bands over prompts`,
    missing: known.length === 0 ? { what: t`No prompt has a sample with a verdict.`, how: t`See the lines that could not be read, above.` } : null,
    x: { title: t`k (log scale)`, scale: 'log', min: 1, max: Math.max(2, last) },
    y: { title: others.length === 0 ? t`pass@k` : t`share of prompts`, scale: 'linear', ...rateRange(known, others) },
    clouds: [],
    curves: [{
      name: 'pass@k',
      tone: 'line',
      x: known.map((row) => row.k),
      y: known.map((row) => row.estimate),
      low: known.map((row) => row.ci?.[0] ?? null),
      high: known.map((row) => row.ci?.[1] ?? null),
      certainty: known.map((row) => row.status),
      ...(band === null ? {} : { outer: { low: known.map(({ k: at }) => bands.get(at)?.[0] ?? null), high: known.map(({ k: at }) => bands.get(at)?.[1] ?? null) } }),
      prompt: null,
      describe: (point) => describe(known[point]!, bands.get(known[point]!.k) ?? null),
    }, ...others],
    bars: [],
    marks,
    enclosing: null,
    notes,
    summary: t`pass@k for k from 1 to ${last}. ${notes.join(' ')}`,
    twin: {
      columns: [
        { title: 'k', numeric: true, width: 48 },
        { title: t`pass@k`, numeric: true, width: 70 },
        { title: t`95% CI`, numeric: true, width: 124 },
        { title: t`Prompts`, numeric: true, width: 76 },
        { title: t`Standing`, numeric: false, width: 96 },
        ...(band === null ? [] : [{ title: t`95% over all k`, numeric: true, width: 124 }]),
        ...others.map((curve) => ({ title: curve.name, numeric: true, width: 84 })),
      ],
      rows: rows.length,
      cell: (row, column) => {
        const fixed = cell(rows[row], column);
        if (fixed !== undefined) return fixed;
        if (band !== null && column === 5) return formatRateInterval(bands.get(rows[row].k) ?? null);
        const curve = others[column - (band === null ? 5 : 6)];
        return formatRate(curve.y[curve.x.indexOf(rows[row].k)] ?? null);
      },
      prompt: () => null,
    },
  };
}

const meanings: Readonly<Record<string, readonly string[]>> = {
  'pass^k': [t`pass^k: all k attempts correct.`],
  'majority@k': [t`majority@k: the most frequent of k answers is correct.`],
  'best-of-k': [t`best-of-k: the attempt with the highest score of k is correct.`],
};

/** What else k attempts are worth: each by its own shape, so that colour is not needed. */
function otherCurves({ rows }: Metrics, last: number): Curve[] {
  const curve = (name: string, tone: Tone, shape: Shape, of: (row: Metrics['rows'][number]) => PromptMean | null): Curve[] => {
    const known = rows.filter((row) => row.k <= last && (of(row)?.count ?? 0) > 0);
    if (known.length === 0) return [];
    const mean = (point: number): PromptMean => of(known[point]) ?? { count: 0, mean: NaN, se: NaN, ci: [NaN, NaN] };
    const clamp = (value: number): number | null => (Number.isNaN(value) ? null : Math.min(1, Math.max(0, value)));
    return [{
      name, tone, shape,
      x: known.map((row) => row.k),
      y: known.map((_, point) => mean(point).mean),
      low: [],
      high: [],
      certainty: known.map(() => 'solid'),
      prompt: null,
      describe: (point) => {
        const { mean: value, ci, count } = mean(point);
        const [low, high] = [clamp(ci[0]), clamp(ci[1])];
        return [`${name.replace('k', String(known[point].k))} = ${formatRate(value)}`, t`95% CI ${low === null || high === null ? t`unknown` : formatRateInterval([low, high])}`, t`over ${formatCount(count, 'prompt')}`];
      },
    }];
  };
  return [
    ...curve('majority@k', 'good', 'rect', (row) => row.majority),
    ...curve('best-of-k', 'middle', 'rect', (row) => row.bestOfK),
    ...curve('pass^k', 'hard', 'triangle', (row) => row.passHatK),
  ];
}

/** By k. The band over all k is one of the same prompts at every k: up to the most samples, not where pass@k is extrapolated. */
function bandsOf(rows: readonly PassAtKRow[], factor: number, max: number | null): Map<number, Interval | null> {
  const sampled = rows.filter(({ k, status }) => status !== 'extrapolated' && (max === null || k <= max));
  const bands = simultaneousBand(sampled, factor);
  return new Map(sampled.map(({ k }, at) => [k, bands[at]]));
}

function describe(row: PassAtKRow, outer: readonly [number, number] | null): string[] {
  return [
    `pass@${row.k} = ${formatRate(row.estimate)}`, t`95% CI ${formatRateInterval(row.ci)}`,
    ...(outer === null ? [] : [t`over all k: ${formatRateInterval(outer)}`]),
    ...(row.status === 'solid' ? [] : [row.status]),
  ];
}

function cell(row: PassAtKRow, column: number): string | undefined {
  return [String(row.k), formatRate(row.estimate), formatRateInterval(row.ci), formatCount(row.prompts), row.status][column];
}

/** From the lowest end of a band or curve to the highest, on round tenths, and never without height. */
function rateRange(rows: readonly PassAtKRow[], others: readonly Curve[]): { min: number; max: number } {
  const values = others.flatMap((curve) => curve.y.filter((value) => value !== null));
  const low = Math.min(1, ...rows.map((row) => row.ci?.[0] ?? row.estimate!), ...values);
  const high = Math.max(0, ...rows.map((row) => row.ci?.[1] ?? row.estimate!), ...values);
  const min = Math.min(0.9, Math.max(0, Math.floor(low * 10) / 10));
  return { min, max: Math.max(min + 0.1, Math.min(1, Math.ceil(high * 10) / 10)) };
}
