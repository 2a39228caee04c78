/**
 * Logarithm of the probability that j of a prompt's n samples, drawn without replacement, are all wrong:
 *
 *     q_j(n, c) = C(n-c, j) / C(n, j),   E[q_j] = (1-p)^j for 0 <= j <= n
 *
 * Source: MATH.md 2. Relative error of exp(logQ) about 1e-15 up to n = 10^6. Differences of log-gamma were tried and
 * dropped: 1e-9 at n = 10^6. Cost: min(c, j) terms, at most about 27,300 at n = 10^6 thanks to the early exit.
 * The caller checks that n, c and j are counts with c <= n and j <= n.
 * @returns -Infinity where no j wrong samples exist, or where q is below the smallest double
 */
export function logQ(n: number, c: number, j: number): number {
  if (j === 0 || c === 0) return 0;
  if (j > n - c) return -Infinity;
  // q <= exp(-c j / n), and exp(-745.2) is 0.
  if (c * j > 745.2 * n) return -Infinity;
  const taken = Math.max(c, j);
  const terms = Math.min(c, j);
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < terms; i++) {
    const term = Math.log1p(-taken / (n - i)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return sum;
}
