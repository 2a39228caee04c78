/**
 * MurmurHash3 x86_128 (seed 0): 128 bits that tell prompt texts apart. Not proof against someone who wants two prompts to
 * collide; that would only merge two of their own prompts.
 *
 * Source: Austin Appleby, MurmurHash3, public domain.
 * @returns 32 hex digits
 */
export function digest(bytes: Uint8Array, start: number, end: number): string {
  const C1 = 0x239b961b, C2 = 0xab0e9789, C3 = 0x38b34ae5, C4 = 0xa1e38b93;
  let h1 = 0, h2 = 0, h3 = 0, h4 = 0;
  const length = end - start;
  const blocks = start + (length & ~15);
  for (let at = start; at < blocks; at += 16) {
    h1 ^= Math.imul(rotate(Math.imul(word(bytes, at), C1), 15), C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(word(bytes, at + 4), C2), 16), C3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(word(bytes, at + 8), C3), 17), C4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(word(bytes, at + 12), C4), 18), C1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  let k1 = 0, k2 = 0, k3 = 0, k4 = 0;
  for (let at = (length & 15) - 1; at >= 0; at--) {
    const byte = (bytes[blocks + at] as number) << ((at & 3) * 8);
    if (at < 4) k1 ^= byte;
    else if (at < 8) k2 ^= byte;
    else if (at < 12) k3 ^= byte;
    else k4 ^= byte;
  }
  h4 ^= Math.imul(rotate(Math.imul(k4, C4), 18), C1);
  h3 ^= Math.imul(rotate(Math.imul(k3, C3), 17), C4);
  h2 ^= Math.imul(rotate(Math.imul(k2, C2), 16), C3);
  h1 ^= Math.imul(rotate(Math.imul(k1, C1), 15), C2);

  h1 ^= length; h2 ^= length; h3 ^= length; h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0; h3 = (h3 + h1) | 0; h4 = (h4 + h1) | 0;
  h1 = finish(h1); h2 = finish(h2); h3 = finish(h3); h4 = finish(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0; h3 = (h3 + h1) | 0; h4 = (h4 + h1) | 0;
  return hex(h1) + hex(h2) + hex(h3) + hex(h4);
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function finish(value: number): number {
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return value ^ (value >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
