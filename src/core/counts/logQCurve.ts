/**
 * log q_j(n, c) for j = 0 to `upTo`, the whole curve at once: pass@k = -expm1 of it at k, w_k = k exp of it at k - 1.
 *
 *     log q_j = Σ_{i<j} log1p(-c/(n-i)),   -∞ where no j wrong samples exist
 *
 * Source: MATH.md 2, with Kahan's summation: relative error of exp about 1e-15 up to n = 10^6. Cost: O(upTo), where one logQ
 * at a time would cost O(upTo · min(c, upTo)).
 * @param n samples, c of them correct; @param upTo at most n
 */
export function logQCurve(n: number, c: number, upTo: number): Float64Array {
  const curve = new Float64Array(upTo + 1);
  if (c === 0) return curve;
  let sum = 0;
  let lost = 0;
  for (let j = 1; j <= upTo; j++) {
    if (j > n - c) return curve.fill(-Infinity, j);
    const term = Math.log1p(-c / (n - j + 1)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
    curve[j] = sum;
  }
  return curve;
}
