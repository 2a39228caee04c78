import type { Interval } from '../reportShape';
import type { PromptMean } from './meanOverPrompts';
import { meanRateInterval } from './meanRateInterval';
import { wilsonInterval } from './wilsonInterval';

/**
 * 95% interval of a mean of pass@k over prompts, within [0, 1]: that of meanRateInterval. Prompts that all fail, or all
 * succeed, have no spread, but a few of them are no proof that the next one would: then it is Wilson's interval for as many
 * trials as there are prompts.
 * @param count prompts that it is a mean over, or clusters of them
 * @returns [NaN, NaN] where the error is unknown
 */
export function passAtKInterval({ count, mean, se }: Omit<PromptMean, 'ci'>): Interval {
  if (se === 0 && (mean === 0 || mean === 1)) return wilsonInterval(count, count * mean);
  return meanRateInterval(mean, se, count);
}
