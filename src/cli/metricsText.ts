import type { PromptMean } from '../core/counts/meanOverPrompts';
import type { AnalysisResult, MetricsRow } from '../protocol/analysis';
import { wrap } from './textFormat';

/** The other metrics, for people: powers of two and the k asked for, at most 100 columns. */
export function metricsText({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>, asked: number): string {
  const shown = rows.filter(({ k }) => k === asked || Number.isInteger(Math.log2(k)));
  const [{ bestOfK, majority }] = rows;
  const table = (columns: readonly (readonly [heading: string, mean: (row: MetricsRow) => PromptMean | null])[], note = '') => [
    `${'k'.padStart(6)}${columns.map(([heading]) => heading.padStart(17)).join('')}${note}`,
    ...shown.map((row) => `${String(row.k).padStart(6)}${columns.map(([, mean]) => cell(mean(row))).join('')}`),
  ];
  return `${[
    '',
    ...table([['pass@k', ({ passAtK }) => passAtK], ['pass^k', ({ passHatK }) => passHatK], ...(majority ? [['majority@k', (row: MetricsRow) => row.majority] as const] : []), ...(bestOfK ? [['best-of-k', (row: MetricsRow) => row.bestOfK] as const] : [])], '   (± one se)'),
    '',
    ...table([['mG-Pass@k', ({ mgPass }) => mgPass], ['G-Pass@k 0.25', ({ gPass }) => gPass[0]], ['0.5', ({ gPass }) => gPass[1]], ['0.75', ({ gPass }) => gPass[2]]]),
    ...(Number.isNaN(simultaneous) ? [] : wrap(`A 95% band of pass@k that holds at every k at once reaches ${simultaneous.toFixed(2)} standard errors to either side.`)),
  ].join('\n')}\n`;
}

function cell(mean: PromptMean | null): string {
  const text = mean === null || Number.isNaN(mean.mean) ? 'unknown' : `${mean.mean.toFixed(4)} ±${Number.isNaN(mean.se) ? '?' : mean.se.toFixed(4)}`;
  return text.padStart(17);
}
