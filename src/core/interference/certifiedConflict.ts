/** What the sufficient condition finds. */
export interface CertifiedConflict {
  /** δ: the inner product is at most -δ. Above 0 it certifies a conflict; at or below 0 it says nothing. */
  readonly bound: number;
  /** m, the margin with the largest δ. */
  readonly margin: number;
}

/**
 * The paper's sufficient condition for a conflict, with the best margin:
 *
 *     <∇J_k, ∇J1> <= -δ,  δ = m W₋ - G² W₊,   W₋ = mean of w over a <= -m,  W₊ = mean of w over the others
 *
 * (Cor. 4.4, which holds for δ > 0; the paper prints δ < 0.) Very loose: on a toy with a conflict from k = 7 it certifies
 * one only from k = 31. To be shown beside the inner product, never instead of it.
 *
 * Source: arXiv:2602.21189, cor. 4.4; MATH.md 1.2, 1.3, 6. Cost: O(P log P).
 * @param weights w_k(x), @param agreement a(x), [P]; NaN in either is unknown and left out
 * @param squaredScore G², a bound of E|∇log π|² for every prompt
 * @returns NaN in both when no agreement is below 0: that is necessary for a conflict
 * @throws RangeError if the columns are not of one length
 */
export function certifiedConflict(
  weights: ArrayLike<number>,
  agreement: ArrayLike<number>,
  squaredScore: number,
): CertifiedConflict {
  if (weights.length !== agreement.length) {
    throw new RangeError(`certifiedConflict requires columns of one length, got ${weights.length} and ${agreement.length}`);
  }
  const known: number[] = [];
  let rest = 0;
  for (let x = 0; x < weights.length; x++) {
    if (Number.isNaN(weights[x]) || Number.isNaN(agreement[x])) continue;
    known.push(x);
    rest += weights[x];
  }
  known.sort((x, y) => agreement[x] - agreement[y]);
  let best = { bound: NaN, margin: NaN };
  let below = 0;
  for (let i = 0; i < known.length && agreement[known[i]] < 0; i++) {
    below += weights[known[i]];
    rest -= weights[known[i]];
    // δ grows with m until the next prompt falls out, so only the agreements themselves need be tried.
    const margin = -agreement[known[i]];
    const bound = (margin * below - squaredScore * rest) / known.length;
    if (!(bound <= best.bound)) best = { bound, margin };
  }
  return best;
}
