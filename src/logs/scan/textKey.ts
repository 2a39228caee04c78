/**
 * 53 bits of a text as a number: equal for equal texts, and different for different ones but for one chance in 10^15, so that a million answers
 * can be compared for eight bytes each. Two FNV-1a hashes with different seeds, mixed; not for those who want texts to collide.
 */
export function textKey(bytes: Uint8Array, start: number, end: number): number {
  let low = 0x811c9dc5 ^ (end - start);
  let high = 0x9747b28c;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b);
    high ^= high >>> 15;
  }
  low ^= low >>> 16;
  low = Math.imul(low, 0x7feb352d);
  low ^= low >>> 15;
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
