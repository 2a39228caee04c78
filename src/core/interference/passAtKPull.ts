import { passAtKWeight } from '../counts/passAtKWeight';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { selfPairWeights } from './selfPairWeights';

/**
 * b_k(x) = <∇p(x), ∇J_k>: by how much a pass@k update moves the pass rate of each prompt, to first order. At k = 1 the
 * agreement a(x). Without bias,
 *
 *     (1/N) [ĝ(x)·(H_k - ĥ_k(x)) + unbiased w_k |∇p(x)|²]   (MATH.md 4.3, 6)
 *
 * @param at index of k among population.ks
 * @returns [P]; NaN where all samples share one verdict, or the prompt is left out
 * Cost: O(P·d).
 */
export function passAtKPull({ sums, n, c, included, size, ks, gradients }: GradientPopulation, at: number): Float64Array {
  const k = ks[at];
  const d = sums.dimension;
  const zero = new Float64Array(d);
  return Float64Array.from(n, (count, prompt) => {
    const right = c[prompt];
    if (!included[prompt] || right === 0 || right === count) return NaN;
    const correct = sums.sumCorrect(prompt) ?? zero;
    const wrong = sums.sumWrong(prompt) ?? zero;
    const own = leaveOneOutWeights(count, right, 1);
    const weighted = leaveOneOutWeights(count, right, k);
    const self = selfPairWeights(count, right, (m, solved) => passAtKWeight(m, solved, k));
    const cc = dotProduct(correct, 0, correct, 0, d);
    const cw = dotProduct(correct, 0, wrong, 0, d);
    const ww = dotProduct(wrong, 0, wrong, 0, d);
    const all = own.correct * dotProduct(correct, 0, gradients, at * d, d) - own.wrong * dotProduct(wrong, 0, gradients, at * d, d);
    const itself =
      own.correct * weighted.correct * cc - (own.correct * weighted.wrong + own.wrong * weighted.correct) * cw + own.wrong * weighted.wrong * ww;
    const pairs =
      self.correct * (cc - sums.squaresCorrect(prompt)) - self.cross * 2 * cw + self.wrong * (ww - sums.squaresWrong(prompt));
    return (all - itself + pairs) / size;
  });
}
