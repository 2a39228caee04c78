/** Counts of the same prompts at one checkpoint, [P]. */
export interface CheckpointCounts {
  readonly n: Int32Array;
  readonly c: Int32Array;
}

/**
 * How groups of prompts moved together over a series of checkpoints: the mean over steps and over pairs of different prompts
 * of the product of their changes in pass rate,
 *
 *     block(A, B) = mean over t, x in A, x' in B, x ≠ x' of  δ_t(x) δ_t(x'),   δ_t = p_{t+1} - p_t
 *
 * Unbiased when samples are independent across prompts; the diagonal, which is not, is left out. Blocks only: for one pair
 * of prompts the noise of 32 samples would need thousands of checkpoints. Co-movement is exploratory: it sees the kernel
 * through the directions training took, so its sign can differ.
 *
 * Source: MATH.md 5.
 * @param checkpoints in order, at least two
 * @param groupOf group of each prompt, from 0 to groups - 1; -1 leaves it out
 * @returns [groups·groups], row by row, symmetric; NaN for a block without pairs or a series without steps
 * @throws RangeError if the columns are not of one length
 * Cost: O(T·P).
 */
export function coMovement(checkpoints: readonly CheckpointCounts[], groupOf: ArrayLike<number>, groups: number): Float64Array {
  for (const { n, c } of checkpoints) {
    if (n.length !== groupOf.length || c.length !== groupOf.length) {
      throw new RangeError(`coMovement requires columns of one length, got ${groupOf.length}, ${n.length} and ${c.length}`);
    }
  }
  const products = new Float64Array(groups * groups);
  const pairs = new Float64Array(groups * groups);
  for (let t = 0; t + 1 < checkpoints.length; t++) {
    const sums = new Float64Array(groups);
    const squares = new Float64Array(groups);
    const counts = new Float64Array(groups);
    for (let x = 0; x < groupOf.length; x++) {
      const change = checkpoints[t + 1].c[x] / checkpoints[t + 1].n[x] - checkpoints[t].c[x] / checkpoints[t].n[x];
      // NaN where one of them has no samples.
      if (groupOf[x] < 0 || Number.isNaN(change)) continue;
      sums[groupOf[x]] += change;
      squares[groupOf[x]] += change * change;
      counts[groupOf[x]]++;
    }
    for (let a = 0; a < groups; a++) {
      for (let b = 0; b < groups; b++) {
        products[a * groups + b] += sums[a] * sums[b] - (a === b ? squares[a] : 0);
        pairs[a * groups + b] += counts[a] * (a === b ? counts[a] - 1 : counts[b]);
      }
    }
  }
  return products.map((product, at) => (pairs[at] > 0 ? product / pairs[at] : NaN));
}
