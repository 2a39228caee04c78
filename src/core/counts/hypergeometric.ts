/** The chances of each number of correct samples among some drawn without replacement. */
export interface Hypergeometric {
  /** The fewest correct samples that can be drawn. */
  readonly first: number;
  /** Chances of first, first + 1, …; they add up to 1. */
  readonly chance: Float64Array;
}

/**
 * Distribution of the number j of correct samples among k drawn without replacement from n, c of them correct:
 *
 *     C(c, j) C(n-c, k-j) / C(n, k)
 *
 * From the most likely j outwards by ratios of neighbours, then scaled to add up to 1: about 1e-15 of error for any n,
 * where factorials overflow and differences of log-gamma lose digits. Cost: O(min(c, k)).
 * The caller checks that n, c and k are counts with c <= n and k <= n.
 */
export function hypergeometric(n: number, c: number, k: number): Hypergeometric {
  const first = Math.max(0, k - (n - c));
  const last = Math.min(c, k);
  const chance = new Float64Array(last - first + 1);
  const mode = Math.min(last, Math.max(first, Math.floor(((k + 1) * (c + 1)) / (n + 2))));
  chance[mode - first] = 1;
  let sum = 1;
  for (let j = mode; j < last; j++) {
    chance[j + 1 - first] = (chance[j - first] * (c - j) * (k - j)) / ((j + 1) * (n - c - k + j + 1));
    sum += chance[j + 1 - first];
  }
  for (let j = mode; j > first; j--) {
    chance[j - 1 - first] = (chance[j - first] * j * (n - c - k + j)) / ((c - j + 1) * (k - j + 1));
    sum += chance[j - 1 - first];
  }
  for (let i = 0; i < chance.length; i++) chance[i] /= sum;
  return { first, chance };
}
