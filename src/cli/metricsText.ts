import type { PromptMean } from '../core/counts/meanOverPrompts';
import type { AnalysisResult } from '../protocol/analysis';
import { wrap } from './textFormat';

/** The other metrics, for people: powers of two and the k asked for, at most 100 columns. */
export function metricsText({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>, asked: number): string {
  const shown = rows.filter(({ k }) => k === asked || Number.isInteger(Math.log2(k)));
  const [{ bestOfK, majority }] = rows;
  const headings = ['pass@k', 'pass^k', 'mG-Pass@k', ...(majority ? ['majority@k'] : []), ...(bestOfK ? ['best-of-k'] : [])];
  return `${[
    '',
    `${'k'.padStart(6)}${headings.map((heading) => heading.padStart(17)).join('')}${headings.length < 5 ? '   (± one se)' : ''}`,
    ...shown.map((row) => `${String(row.k).padStart(6)}${[row.passAtK, row.passHatK, row.mgPass, ...(majority ? [row.majority] : []), ...(bestOfK ? [row.bestOfK] : [])].map(cell).join('')}`),
    ...(Number.isNaN(simultaneous) ? [] : wrap(`A 95% band of pass@k that holds at every k at once reaches ${simultaneous.toFixed(2)} standard errors to either side.`)),
  ].join('\n')}\n`;
}

function cell(mean: PromptMean | null): string {
  const text = mean === null || Number.isNaN(mean.mean) ? 'unknown' : `${mean.mean.toFixed(4)} ±${Number.isNaN(mean.se) ? '?' : mean.se.toFixed(4)}`;
  return text.padStart(17);
}
