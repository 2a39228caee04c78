import { passAtKWeight } from '../counts/passAtKWeight';

/** What S_c and S_w count for in ĥ_k = correct · S_c - wrong · S_w. */
export interface LeaveOneOutWeights {
  readonly correct: number;
  readonly wrong: number;
}

/**
 * The coefficients of the unbiased estimate of w_k(p) ∇p from n samples, c of them correct: each sample's score vector
 * times its advantage over, and the weight estimated from, the other n - 1 samples (MATH.md 4.3):
 *
 *     correct = (1/n) (1 - (c-1)/(n-1)) · ŵ_k(n-1, c-1),   wrong = (1/n) (c/(n-1)) · ŵ_k(n-1, c),
 *     ŵ_k(n, c) = k C(n-c, k-1) / C(n, k-1)
 *
 * At k = 1 it is the leave-one-out gradient ĝ. Both are 0 when all samples share one verdict.
 * @param n samples, at least 2
 * @param k draws, 1 <= k <= n; NaN beyond
 */
export function leaveOneOutWeights(n: number, c: number, k: number): LeaveOneOutWeights {
  if (c === 0 || c === n) return { correct: 0, wrong: 0 };
  const pairs = n * (n - 1);
  return {
    correct: ((n - c) / pairs) * passAtKWeight(n - 1, c - 1, k),
    wrong: (c / pairs) * passAtKWeight(n - 1, c, k),
  };
}
