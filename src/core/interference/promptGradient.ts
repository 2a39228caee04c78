import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { selfPairWeights } from './selfPairWeights';

/** The gradient of one prompt's pass rate, as estimated. */
export interface PromptGradient {
  /** ĝ(x), unbiased for ∇p(x). */
  readonly vector: Float64Array;
  /** Unbiased for |∇p(x)|²; less than |ĝ|² by the noise in it, and can be below 0. */
  readonly squaredNorm: number;
}

/**
 * The leave-one-out gradient of one prompt's pass rate with its bias-corrected squared length (MATH.md 4.3).
 * @returns null where it is unknown: the prompt is left out, or all its samples share one verdict
 */
export function promptGradient({ sums, n, c, included }: GradientPopulation, prompt: number): PromptGradient | null {
  const correct = sums.sumCorrect(prompt);
  const wrong = sums.sumWrong(prompt);
  if (!included[prompt] || c[prompt] === n[prompt] || correct === null || wrong === null) return null;
  const d = sums.dimension;
  const own = leaveOneOutWeights(n[prompt], c[prompt], 1);
  const self = selfPairWeights(n[prompt], c[prompt], () => 1);
  return {
    vector: correct.map((value, j) => own.correct * value - own.wrong * wrong[j]),
    squaredNorm:
      self.correct * (dotProduct(correct, 0, correct, 0, d) - sums.squaresCorrect(prompt)) -
      self.cross * 2 * dotProduct(correct, 0, wrong, 0, d) +
      self.wrong * (dotProduct(wrong, 0, wrong, 0, d) - sums.squaresWrong(prompt)),
  };
}
