/**
 * A source of numbers in [0, 1) that is the same for the same seed, everywhere: what is drawn at random in the core must
 * come out the same when asked for again. mulberry32: 2^32 numbers before it repeats.
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
