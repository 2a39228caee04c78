// Strings are passed 64 bytes at a time: one bit a byte says where quotes, backslashes and control characters are, and
// carries follow escapes over the edge of a block. Stopping at each \" and \n instead costs a mispredicted branch each.

const QUOTE: u8 = 0x22, LAST_CONTROL: u8 = 0x1f;
const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa;

// A byte is in a set when the tables of its lower and its upper half share the set's bit:
//   bit 0: 22 2f   bit 1: 5c   bit 2: 62 66 6e   bit 3: 72 74 75   may follow a backslash
//   bit 4: 30-39   bit 5: 41-46 61-66                              are digits of \u
const LOWER_HALVES = memory.data<u8>([0x10, 0x30, 0x3d, 0x30, 0x38, 0x38, 0x34, 0x10, 0x10, 0x10, 0, 0, 0x02, 0, 0x04, 0x01]);
const UPPER_HALVES = memory.data<u8>([0, 0, 0x01, 0x10, 0x20, 0x02, 0x24, 0x08, 0, 0, 0, 0, 0, 0, 0, 0]);
@inline function sets(v: v128): v128 {
  return v128.and(i8x16.swizzle(v128.load(LOWER_HALVES), v128.and(v, every(0x0f))), i8x16.swizzle(v128.load(UPPER_HALVES), i8x16.shr_u(v, 4)));
}

/** Vectors of one byte sixteen times come from memory: as constants they are built anew at each use, and fill the module. */
const BYTES = memory.data<u8>([0x22, 0x5c, 0x75, LAST_CONTROL, 0x0f, 0x30, 0x6e, 0]);
@inline function every(byte: u8): v128 {
  return v128.load_splat<u8>(BYTES + (byte === 0x22 ? 0 : byte === 0x5c ? 1 : byte === 0x75 ? 2 : byte === LAST_CONTROL ? 3 : byte === 0x0f ? 4 : byte === 0x30 ? 5 : byte === 0x6e ? 6 : 7));
}
const BACKSLASH: u8 = 0x5c, LETTER_N: u8 = 0x6e, LETTER_U: u8 = 0x75, AFTER_BACKSLASH: u8 = 0x0f, HEX: u8 = 0x30;

/** The string that stringEnd passed last holds a backslash. */
export let escaped: bool = false;

@inline function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>(i8x16.bitmask(a) | (i8x16.bitmask(b) << 16));
  const high = <u32>(i8x16.bitmask(c) | (i8x16.bitmask(d) << 16));
  return <u64>low | (<u64>high << 32);
}

@inline function equal(a: v128, b: v128, c: v128, d: v128, byte: u8): u64 {
  const wanted = every(byte);
  return bits(i8x16.eq(a, wanted), i8x16.eq(b, wanted), i8x16.eq(c, wanted), i8x16.eq(d, wanted));
}

@inline function outside(a: v128, b: v128, c: v128, d: v128, set: u8): u64 {
  const wanted = every(set);
  return equal(v128.and(a, wanted), v128.and(b, wanted), v128.and(c, wanted), v128.and(d, wanted), 0);
}

@inline function isControl(v: v128): v128 {
  return i8x16.eq(i8x16.min_u(v, every(LAST_CONTROL)), v);
}

/**
 * Passes a string. 64 bytes past its end must be readable.
 * @param pos just past the opening quote
 * @returns the closing quote, or ~offset of the first byte that cannot be there
 */
export function stringEnd(pos: i32): i32 {
  // Keys and short values end here.
  const first = v128.load(pos);
  const stops = i8x16.bitmask(v128.or(v128.or(i8x16.eq(first, every(QUOTE)), i8x16.eq(first, every(BACKSLASH))), isControl(first)));
  escaped = false;
  if (stops !== 0) {
    pos += ctz(stops);
    const byte = load<u8>(pos);
    if (byte === QUOTE) return pos;
    if (byte <= LAST_CONTROL) return ~pos;
  } else pos += 16;

  /** The first byte of the block is escaped; bytes that must be digits of a \u that began before the block. */
  let firstIsEscaped: u64 = 0;
  let digits: u64 = 0;
  let backslashes: u64 = 0;
  while (true) {
    const a = v128.load(pos), b = v128.load(pos, 16), c = v128.load(pos, 32), d = v128.load(pos, 48);
    const backslash = equal(a, b, c, d, BACKSLASH);
    let quote = equal(a, b, c, d, QUOTE);
    let bad: u64 = 0;
    // One look for all four: blocks with control characters are rare.
    if (v128.any_true(isControl(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d))))) bad = bits(isControl(a), isControl(b), isControl(c), isControl(d));
    if ((backslash | firstIsEscaped | digits) !== 0) {
      // Runs of backslashes, odd or even: the arithmetic of simdjson's json_escape_scanner (Lemire, Keiser; Apache 2.0).
      const starts = backslash & ~firstIsEscaped;
      const codes = (((starts << 1) | ODD_BITS) - starts) ^ ODD_BITS;
      const isEscaped = codes ^ (backslash | firstIsEscaped);
      firstIsEscaped = (codes & backslash) >> 63;
      // Quotes, backslashes and line ends are nearly all that is escaped; only for others the tables are looked up.
      const others = isEscaped & ~(quote | backslash | equal(a, b, c, d, LETTER_N));
      if ((others | digits) !== 0) {
        const sa = sets(a), sb = sets(b), sc = sets(c), sd = sets(d);
        const unicode = isEscaped & equal(a, b, c, d, LETTER_U);
        digits |= (unicode << 1) | (unicode << 2) | (unicode << 3) | (unicode << 4);
        bad |= (others & outside(sa, sb, sc, sd, AFTER_BACKSLASH)) | (digits & outside(sa, sb, sc, sd, HEX));
        digits = (unicode >> 63) | (unicode >> 62) | (unicode >> 61) | (unicode >> 60);
      }
      quote &= ~isEscaped;
    }
    const stop = quote | bad;
    if (stop !== 0) {
      const at = ctz(stop);
      escaped = (backslashes | (backslash & ((<u64>1 << at) - 1))) !== 0;
      pos += <i32>at;
      return ((bad >> at) & 1) !== 0 ? ~pos : pos;
    }
    backslashes |= backslash;
    pos += 64;
  }
}
