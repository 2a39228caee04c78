import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';

/** Inner products of what one prompt's samples add up to. */
export interface PromptProducts {
  /** S_c·S_c, S_c·S_w and S_w·S_w */
  readonly correctCorrect: number;
  readonly correctWrong: number;
  readonly wrongWrong: number;
  /** S_c·H_k and S_w·H_k at the first places of the curve, as many as were asked for. */
  readonly correct: Float64Array;
  readonly wrong: Float64Array;
}

/** @param places of the curve; what it returns is good until the next call */
export type ProductsOf = (prompt: number, places: number) => PromptProducts;

/** All that the estimates of MATH.md 4.3 need of a prompt's sums, worked out when asked for. Cost: O(places·d). */
export function promptProducts({ sums, ks, gradients }: GradientPopulation): ProductsOf {
  const d = sums.dimension;
  const zero = new Float64Array(d);
  const correct = new Float64Array(ks.length);
  const wrong = new Float64Array(ks.length);
  return (prompt, places) => {
    const right = sums.sumCorrect(prompt) ?? zero;
    const left = sums.sumWrong(prompt) ?? zero;
    for (let i = 0; i < places; i++) {
      correct[i] = dotProduct(right, 0, gradients, i * d, d);
      wrong[i] = dotProduct(left, 0, gradients, i * d, d);
    }
    return {
      correctCorrect: dotProduct(right, 0, right, 0, d), correctWrong: dotProduct(right, 0, left, 0, d), wrongWrong: dotProduct(left, 0, left, 0, d),
      correct, wrong,
    };
  };
}
