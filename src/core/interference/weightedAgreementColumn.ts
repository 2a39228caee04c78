import { checkDraws } from '../counts/checkCounts';
import { exactWeight } from '../counts/exactWeight';
import { passAtKWeight } from '../counts/passAtKWeight';
import type { GradientColumns, PairSums, PromptColumns } from '../promptColumns';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { countedPairs } from './countedPairs';
import { selfPairWeights } from './selfPairWeights';

/**
 * w_k(x) a(x) of every prompt at any k, [P]. NaN where unknown. Its mean over the included prompts, unknown ones counted
 * as 0, is exactly the benchmark inner product on the curve.
 *
 *     unbiased: (1/N) [α_k <S_c, G-g> - β_k <S_w, G-g> + wself_k], for k <= n - 1   (MATH.md 4.3)
 *     else:     w_k(p(x)) a(x)
 *
 * @throws RangeError if k is not a whole number >= 1
 */
export function weightedAgreementColumn(columns: PromptColumns, k: number): Float64Array {
  checkDraws('weightedAgreementColumn', k);
  const result = new Float64Array(columns.n.length).fill(NaN);
  const { gradients } = columns;
  if (gradients === null) return result;
  if (gradients.pairs !== null) return unbiased(result, gradients.pairs, gradients, k);
  for (let prompt = 0; prompt < result.length; prompt++) {
    if (!gradients.included[prompt]) continue;
    const exact = columns.exactRate?.[prompt] ?? NaN;
    const rate = Number.isNaN(exact) ? columns.c[prompt] / columns.n[prompt] : exact;
    result[prompt] = exactWeight(rate, k) * gradients.agreement[prompt];
  }
  return result;
}

function unbiased(result: Float64Array, pairs: PairSums, gradients: GradientColumns, k: number): Float64Array {
  const groups = countedPairs(gradients);
  const size = groups.size.reduce((sum, count) => sum + count, 0);
  const weights = Array.from(groups.n, (n, group) => {
    const c = groups.c[group];
    // One verdict only: the estimate is 0 whatever the gradient is, so the prompt's own value is unknown.
    if (c === 0 || c === n || k > n - 1) return null;
    return {
      rest: leaveOneOutWeights(n, c, k),
      self: selfPairWeights(n, c, (m, correct) => passAtKWeight(m, correct, k)),
    };
  });
  for (let prompt = 0; prompt < result.length; prompt++) {
    const own = weights[groups.of[prompt]] ?? null;
    if (own === null) continue;
    result[prompt] =
      (own.rest.correct * pairs.correctDotRest[prompt] -
        own.rest.wrong * pairs.wrongDotRest[prompt] +
        own.self.correct * pairs.correctPairs[prompt] -
        own.self.cross * pairs.crossPairs[prompt] +
        own.self.wrong * pairs.wrongPairs[prompt]) /
      size;
  }
  return result;
}
