// Numbers and the bare words, checked as JSON writes them, plus NaN, Infinity and -Infinity.

@inline function isDigit(byte: u8): bool {
  return <u8>(byte - 0x30) <= 9;
}

/** Just past the digits from pos on. */
@inline function digitsEnd(pos: i32): i32 {
  if (!isDigit(load<u8>(pos))) return pos;
  while (true) {
    const others = i8x16.bitmask(i8x16.gt_u(i8x16.sub(v128.load(pos), i8x16.splat(0x30)), i8x16.splat(9)));
    if (others !== 0) return pos + ctz(others);
    pos += 16;
  }
}

@inline function wordEnd(pos: i32, word: u64, length: i32): i32 {
  for (let at = 0; at < length; at++) if (load<u8>(pos + at) !== <u8>(word >> (at << 3))) return ~(pos + at);
  return pos + length;
}

const TRUE: u32 = 0x65757274, ALSE: u32 = 0x65736c61, NULL: u32 = 0x6c6c756e;
const NAN: u64 = 0x4e614e, INFINITY: u64 = 0x7974696e69666e49;

/** @returns just past the word, or ~offset of what cannot be there */
export function trueEnd(pos: i32): i32 {
  return load<u32>(pos) === TRUE ? pos + 4 : wordEnd(pos, TRUE, 4);
}
export function falseEnd(pos: i32): i32 {
  return load<u32>(pos + 1) === ALSE ? pos + 5 : wordEnd(pos + 1, ALSE, 4);
}
export function nullEnd(pos: i32): i32 {
  return load<u32>(pos) === NULL ? pos + 4 : wordEnd(pos, NULL, 4);
}

/** @returns just past the number, or ~offset of what cannot be there */
export function numberEnd(pos: i32): i32 {
  const negative = load<u8>(pos) === 0x2d;
  if (negative) pos++;
  const first = load<u8>(pos);
  if (!isDigit(first)) {
    if (first === 0x49) return wordEnd(pos, INFINITY, 8);
    if (first === 0x4e && !negative) return wordEnd(pos, NAN, 3);
    return ~pos;
  }
  pos++;
  if (first !== 0x30) pos = digitsEnd(pos);
  if (load<u8>(pos) === 0x2e) {
    const digits = pos + 1;
    pos = digitsEnd(digits);
    if (pos === digits) return ~pos;
  }
  if ((load<u8>(pos) | 0x20) === 0x65) {
    pos++;
    const sign = load<u8>(pos);
    if (sign === 0x2b || sign === 0x2d) pos++;
    const digits = pos;
    pos = digitsEnd(digits);
    if (pos === digits) return ~pos;
  }
  return pos;
}
