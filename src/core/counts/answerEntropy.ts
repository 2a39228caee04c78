/**
 * How scattered a prompt's answers are, in nats: the entropy of the answer distribution with Miller and Madow's correction
 * for having few samples:
 *
 *     -Σ (m_a/n) log(m_a/n) + (A - 1)/(2n),   A answers seen, m_a samples each, n in all
 *
 * 0 when all samples agree. Source: MATH.md 8.
 * @param counts samples of each distinct answer; zeros are answers not seen
 * @returns NaN without samples
 * @throws RangeError if a count is not a whole number >= 0
 */
export function answerEntropy(counts: ArrayLike<number>): number {
  let n = 0;
  let seen = 0;
  for (let a = 0; a < counts.length; a++) {
    if (!Number.isSafeInteger(counts[a]) || counts[a] < 0) {
      throw new RangeError(`answerEntropy requires whole counts of at least zero, got ${counts[a]}`);
    }
    n += counts[a];
    if (counts[a] > 0) seen++;
  }
  if (n === 0) return NaN;
  let entropy = (seen - 1) / (2 * n);
  for (let a = 0; a < counts.length; a++) if (counts[a] > 0) entropy -= (counts[a] / n) * Math.log(counts[a] / n);
  return entropy;
}
