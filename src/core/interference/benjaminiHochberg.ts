/**
 * p-values adjusted for many comparisons: to reject those with an adjusted value of at most q keeps the expected share of
 * false ones among the rejected at or below q (Benjamini & Hochberg 1995):
 *
 *     adjusted p_(i) = min over j >= i of  p_(j) m / j,   at most 1
 *
 * Holds for independent tests, and for some dependent ones; the dependence of others is not controlled.
 * @param p p-values; NaN is no test and stays NaN
 * @throws RangeError if a p-value is outside [0, 1]
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const adjusted = new Float64Array(p.length).fill(NaN);
  const tested: number[] = [];
  for (let i = 0; i < p.length; i++) {
    if (p[i] < 0 || p[i] > 1) throw new RangeError(`benjaminiHochberg requires p-values from zero to one, got ${p[i]}`);
    if (!Number.isNaN(p[i])) tested.push(i);
  }
  tested.sort((a, b) => p[b] - p[a]);
  let least = 1;
  for (let i = 0; i < tested.length; i++) {
    least = Math.min(least, (p[tested[i]] * tested.length) / (tested.length - i));
    adjusted[tested[i]] = least;
  }
  return adjusted;
}
