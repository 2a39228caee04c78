const everyKUpTo = 128;
const perOctave = 16;

/**
 * The k at which the inner product is worked out: every whole k to 128, about 16 an octave above, and those asked for.
 * @param limit the largest k on offer
 * @param asked k that must be among them when in range
 * @returns ascending, without repeats
 */
export function conflictKs(limit: number, asked: readonly number[] = []): Int32Array {
  const ks = new Set<number>();
  for (let k = 1; k <= Math.min(limit, everyKUpTo); k++) ks.add(k);
  for (let step = 1; ; step++) {
    const k = Math.round(everyKUpTo * 2 ** (step / perOctave));
    if (k > limit) break;
    ks.add(k);
  }
  if (limit > everyKUpTo) ks.add(limit);
  for (const k of asked) if (Number.isSafeInteger(k) && k >= 1 && k <= limit) ks.add(k);
  return Int32Array.from(ks).sort();
}
