// Four numbers of a row, whatever it holds, in single precision.

// As ROW_TYPES in rowLayout.ts. KEPT: whole numbers of 16 bits, times a number of the row (kept.ts).
export const HALF = 0, BRAIN = 1, KEPT = 2, SINGLE = 3, DOUBLE = 4;

/** Four halves whose bits were widened with their sign: multiplying by 2^112 moves the exponent, of subnormal numbers too. */
@inline function ofHalves(halves: v128): v128 {
  return f32x4.mul(v128.and(i32x4.shl(halves, 13), i32x4.splat(0x8fffffff)), f32x4.splat(<f32>5192296858534827628530496329220096.0));
}

@inline function ofDoubles(from: usize): v128 {
  const low = f32x4.demote_f64x2_zero(v128.load(from)), high = f32x4.demote_f64x2_zero(v128.load(from, 16));
  return i8x16.shuffle(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
}

/** The first four of the next eight numbers of a row. A bfloat16 is the upper half of a single. */
@inline export function lowerFour(from: usize, type: i32): v128 {
  if (type === HALF) return ofHalves(i32x4.extend_low_i16x8_s(v128.load(from)));
  if (type === BRAIN) return i32x4.shl(i32x4.extend_low_i16x8_s(v128.load(from)), 16);
  if (type === KEPT) return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load(from)));
  return type === SINGLE ? v128.load(from) : ofDoubles(from);
}

/** The last four of the next eight. */
@inline export function upperFour(from: usize, type: i32): v128 {
  if (type === HALF) return ofHalves(i32x4.extend_high_i16x8_s(v128.load(from)));
  if (type === BRAIN) return i32x4.shl(i32x4.extend_high_i16x8_s(v128.load(from)), 16);
  if (type === KEPT) return f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(v128.load(from)));
  return type === SINGLE ? v128.load(from, 16) : ofDoubles(from + 32);
}

/** How many bytes eight numbers take. */
@inline export function bytesOfEight(type: i32): i32 {
  return type <= KEPT ? 16 : 16 << (type - 2);
}
