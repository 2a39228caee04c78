/** The first spelling of the text, and behind it the other one, byte for byte; both as long. */
let text: i32 = 0;
let length: i32 = 0;

/** Says what is looked for. @param at two spellings of so many bytes, each byte of the text being that of either */
export function setText(at: i32, bytes: i32): void {
  text = at;
  length = bytes;
}

/** @returns where the text first lies wholly in [start..end), -1 when it does not */
export function findText(start: i32, end: i32): i32 {
  const last = length - 1;
  const head = i8x16.splat(load<u8>(text)), otherHead = i8x16.splat(load<u8>(text + length));
  const tail = i8x16.splat(load<u8>(text + last)), otherTail = i8x16.splat(load<u8>(text + length + last));
  for (let pos = start; pos + last < end; pos += 16) {
    const heads = v128.load(pos), tails = v128.load(pos + last);
    let found = i8x16.bitmask(v128.and(
      v128.or(i8x16.eq(heads, head), i8x16.eq(heads, otherHead)),
      v128.or(i8x16.eq(tails, tail), i8x16.eq(tails, otherTail)),
    ));
    for (; found !== 0; found &= found - 1) {
      const at = pos + ctz(found);
      if (at + last >= end) return -1;
      if (isText(at)) return at;
    }
  }
  return -1;
}

/** Whether the text is there, its first and last byte known to be. */
@inline function isText(at: i32): bool {
  let each = length - 2;
  while (each > 0) {
    const byte = load<u8>(at + each);
    if (byte !== load<u8>(text + each) && byte !== load<u8>(text + length + each)) return false;
    each--;
  }
  return true;
}
