import { meanOverPrompts, type PromptMean } from './meanOverPrompts';

/** Total length and number of each prompt's correct and wrong samples, [P] each. */
export interface LengthSums {
  readonly correctLength: ArrayLike<number>;
  readonly correctCount: ArrayLike<number>;
  readonly wrongLength: ArrayLike<number>;
  readonly wrongCount: ArrayLike<number>;
}

/**
 * How much longer correct responses are than wrong ones to the same prompt, in the unit of the lengths:
 *
 *     mean over prompts with both verdicts of (mean length of the correct - mean length of the wrong)
 *
 * Pooled over prompts the same question would compare easy prompts with hard ones (Simpson's paradox). Source: MATH.md 8.
 * @returns over the prompts with both verdicts
 */
export function lengthGap({ correctLength, correctCount, wrongLength, wrongCount }: LengthSums): PromptMean {
  return meanOverPrompts(
    Float64Array.from(correctLength, (length, x) => length / correctCount[x] - wrongLength[x] / wrongCount[x]),
  );
}
