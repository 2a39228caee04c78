/**
 * The largest k up to which no k conflicts: the end of the conflict-free start of the curve. Above it k may be safe again
 * (a conflict can be a window), but on the way there it was not.
 * @param ks ascending, [K]; @param innerProduct <∇J_k, ∇J1> at each, [K]; NaN is unknown and ends the start
 * @returns NaN when the first k is not safe, or there is none
 */
export function largestSafeK(ks: ArrayLike<number>, innerProduct: ArrayLike<number>): number {
  let last = NaN;
  for (let i = 0; i < ks.length && innerProduct[i] >= 0; i++) last = ks[i];
  return last;
}
