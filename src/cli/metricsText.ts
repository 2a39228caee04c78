import type { PromptMean } from '../core/counts/meanOverPrompts';
import type { AnalysisResult } from '../protocol/analysis';
import { wrap } from './textFormat';

/** The other metrics, for people: at most 100 columns. */
export function metricsText({ rows, simultaneous }: Extract<AnalysisResult, { kind: 'metrics' }>): string {
  const scored = rows.some(({ bestOfK }) => bestOfK !== null);
  const cell = (mean: PromptMean | null) => (mean === null ? '' : Number.isNaN(mean.mean) ? 'unknown' : `${mean.mean.toFixed(4)} ±${Number.isNaN(mean.se) ? '?' : mean.se.toFixed(4)}`).padStart(17);
  return `${[
    '',
    `${'k'.padStart(6)}${'pass@k'.padStart(17)}${'pass^k'.padStart(17)}${'mG-Pass@k'.padStart(17)}${scored ? 'best-of-k'.padStart(17) : ''}   (± one standard error)`,
    ...rows.map(({ k, passAtK, passHatK, mgPass, bestOfK }) => `${String(k).padStart(6)}${cell(passAtK)}${cell(passHatK)}${cell(mgPass)}${scored ? cell(bestOfK) : ''}`),
    ...(Number.isNaN(simultaneous) ? [] : wrap(`A 95% band of pass@k that holds at all these k at once reaches ${simultaneous.toFixed(2)} standard errors to either side.`)),
  ].join('\n')}\n`;
}
