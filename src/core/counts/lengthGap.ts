import type { LengthColumns } from '../promptColumns';
import { meanOverPrompts, type PromptMean } from './meanOverPrompts';

/**
 * How much longer correct responses are than wrong ones to the same prompt, in the unit of the lengths:
 *
 *     mean over prompts with both verdicts of (mean length of the correct - mean length of the wrong)
 *
 * Pooled over prompts the same question would compare easy prompts with hard ones (Simpson's paradox). Source: MATH.md 8.
 * @returns over the prompts with both verdicts
 */
export function lengthGap({ correct, wrong }: Pick<LengthColumns, 'correct' | 'wrong'>): PromptMean {
  return meanOverPrompts(correct.map((length, x) => length - wrong[x]));
}
