/**
 * Weighted sums over a rising factorial's factors, and their derivatives in a:
 *
 *     log = Σ_i t_i log(a + i),   first = Σ_i t_i / (a + i),   second = Σ_i t_i / (a + i)²
 *
 * What the beta-binomial's likelihood is made of; exact where differences of log-gamma lose digits.
 */
export function risingSums(a: number, times: Float64Array): { log: number; first: number; second: number } {
  let log = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < times.length; i++) {
    const factor = a + i;
    log += times[i] * Math.log(factor);
    first += times[i] / factor;
    second += times[i] / (factor * factor);
  }
  return { log, first, second };
}
