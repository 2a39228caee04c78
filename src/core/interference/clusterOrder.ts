/**
 * An order in which prompts that are alike stand beside each other: the leaves of a hierarchical clustering by average
 * linkage, the nearer ends of two branches put together. Found by chains of nearest neighbours, which average linkage allows
 * (Murtagh 1983; it is reducible).
 *
 * @param likeness [m·m], symmetric, row by row; NaN counts as 0
 * @returns the places 0 … m-1 in their new order
 * Cost: O(m²) time, a copy of the matrix.
 */
export function clusterOrder(likeness: Float32Array, m: number): Int32Array {
  const like = Float32Array.from(likeness, (value) => (Number.isNaN(value) ? 0 : value));
  const size = new Int32Array(m).fill(1);
  const leaves: number[][] = Array.from({ length: m }, (_, at) => [at]);
  // A plain list: walking a set takes three times as long.
  let alive = Array.from(leaves.keys());
  const chain: number[] = [];
  while (alive.length > 1) {
    if (chain.length === 0) chain.push(alive[0]);
    const top = chain[chain.length - 1];
    const before = chain.at(-2) ?? -1;
    // The one before wins a tie, else a chain could run in a circle.
    let nearest = before;
    let highest = nearest < 0 ? -Infinity : like[top * m + nearest];
    for (const other of alive) {
      const value = like[top * m + other];
      if (value > highest && other !== top) [nearest, highest] = [other, value];
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    alive = alive.filter((other) => other !== nearest);
    merge(like, m, size, alive, top, nearest);
    leaves[top] = joined(leaves[top], leaves[nearest], likeness, m);
    leaves[nearest] = [];
  }
  return Int32Array.from(alive.length === 0 ? [] : leaves[alive[0]]);
}

/** Average linkage: the likeness of a joined cluster is the mean over its pairs (Lance and Williams). */
function merge(like: Float32Array, m: number, size: Int32Array, alive: readonly number[], into: number, from: number): void {
  const [a, b] = [size[into], size[from]];
  for (const other of alive) {
    if (other === into) continue;
    const value = (a * like[into * m + other] + b * like[from * m + other]) / (a + b);
    like[into * m + other] = like[other * m + into] = value;
  }
  size[into] = a + b;
}

/** Two rows of leaves end to end, turned so that the ends that meet are the most alike. */
function joined(left: number[], right: number[], likeness: Float32Array, m: number): number[] {
  const at = (a: number, b: number): number => likeness[a * m + b] || 0;
  const [l0, l1, r0, r1] = [left[0], left[left.length - 1], right[0], right[right.length - 1]];
  const meets = [at(l1, r0), at(l1, r1), at(l0, r0), at(l0, r1)];
  const best = meets.indexOf(Math.max(...meets));
  if (best >= 2) left.reverse();
  if (best % 2 === 1) right.reverse();
  const whole = left.concat(right);
  // The earliest stands first, so that one matrix has one order.
  return whole[0] <= whole[whole.length - 1] ? whole : whole.reverse();
}
