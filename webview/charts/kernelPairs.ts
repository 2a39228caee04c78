export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** The pairs with the most negative cosines, then those with the most positive ones: at most `count` of each sign. */
export function strongestPairs(cosine: Float32Array, m: number, count: number): Pair[] {
  const kept = strongest.get(cosine);
  if (kept?.count === count) return kept.pairs;
  const [negative, positive]: Pair[][] = [[], []];
  for (let a = 0; a < m; a++) {
    for (let b = a + 1; b < m; b++) {
      const value = cosine[a * m + b];
      if (value < 0) keep(negative, a, b, value, count);
      else if (value > 0) keep(positive, a, b, value, count);
    }
  }
  const pairs = [...negative, ...positive];
  strongest.set(cosine, { count, pairs });
  return pairs;
}

const strongest = new WeakMap<Float32Array, { readonly count: number; readonly pairs: Pair[] }>();

/** A short list in order of strength: almost all pairs are turned away by its last. */
function keep(list: Pair[], a: number, b: number, cosine: number, count: number): void {
  const size = Math.abs(cosine);
  if (list.length === count && size <= Math.abs(list[count - 1].cosine)) return;
  let at = list.length;
  while (at > 0 && Math.abs(list[at - 1].cosine) < size) at--;
  list.splice(at, 0, { a, b, cosine });
  if (list.length > count) list.pop();
}

const scales = new WeakMap<Float32Array, number>();

/** The cosine that gets the full colour: at most one pair in fifty goes beyond, so that a few do not leave the rest pale. */
export function kernelScale(cosine: Float32Array, m: number): number {
  const known = scales.get(cosine);
  if (known !== undefined) return known;
  const sizes: number[] = [];
  // Enough of them to tell; a step that shares no factor with m, so that no column is left out.
  const step = Math.max(1, Math.floor((m * m) / 20_000)) | 1;
  for (let at = 0; at < m * m; at += step) {
    const value = cosine[at];
    if (at % (m + 1) !== 0 && !Number.isNaN(value)) sizes.push(Math.abs(value));
  }
  sizes.sort((a, b) => a - b);
  const scale = Math.max(0.01, sizes[Math.floor(0.98 * sizes.length)] ?? 1);
  scales.set(cosine, scale);
  return scale;
}
