/**
 * Which prompts belong to the population that J1 is the mean over: those with at least 3 samples (fewer allow no unbiased
 * self term) and at least half the median number (one prompt with few samples must not limit k for all).
 * @param n samples of each prompt whose gradient is known, 0 where it is not, [P]
 * @returns 1 where included, [P]
 */
export function includedPrompts(n: Int32Array): Uint8Array {
  const known = n.filter((count) => count > 0).sort();
  const middle = known.length >> 1;
  const median = known.length === 0 ? 0 : known.length % 2 === 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
  return Uint8Array.from(n, (count) => (count >= 3 && 2 * count >= median ? 1 : 0));
}
