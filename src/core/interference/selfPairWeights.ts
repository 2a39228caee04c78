/** What the pair sums of one prompt count for: correct · CC - cross · CW + wrong · WW. */
export interface SelfPairWeights {
  readonly correct: number;
  readonly cross: number;
  readonly wrong: number;
}

/**
 * The coefficients of the unbiased estimate of W(p) |∇p|² from the pairs of different samples of one prompt, with baseline
 * and weight from the other m = n - 2 samples (MATH.md 4.3):
 *
 *     [ (1-b2)² W2 CC - (1-b1) b1 W1 CW + b0² W0 WW ] / (n(n-1)),   bj = (c-j)/m,  Wj = Ŵ(m, c-j)
 *
 * A baseline that leaves out one sample only is biased by 1 + 1/(n-1)². All are 0 when all samples share one verdict.
 * @param n samples, at least 3
 * @param weight unbiased estimate of W from m samples, some of them correct: 1 for |∇p|², ŵ_k for w_k |∇p|²
 */
export function selfPairWeights(n: number, c: number, weight: (m: number, correct: number) => number): SelfPairWeights {
  if (c === 0 || c === n) return { correct: 0, cross: 0, wrong: 0 };
  const m = n - 2;
  const scale = n * (n - 1) * m * m;
  return {
    correct: c >= 2 ? ((n - c) ** 2 / scale) * weight(m, c - 2) : 0,
    cross: (((n - 1 - c) * (c - 1)) / scale) * weight(m, c - 1),
    wrong: c <= m ? (c ** 2 / scale) * weight(m, c) : 0,
  };
}
