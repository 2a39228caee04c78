// Half floats to doubles, eight at a time.

const MAGNITUDE = 0x7fff, EXPONENT = 0x7c00;

/** The four halves in the lower bits of 32: multiplying by 2^112 moves the exponent, of subnormal numbers too. */
@inline function singles(halves: v128): v128 {
  const magnitude = v128.and(halves, i32x4.splat(MAGNITUDE));
  const isEndless = i32x4.ge_u(magnitude, i32x4.splat(EXPONENT));
  const scaled = f32x4.mul(i32x4.shl(magnitude, 13), f32x4.splat(<f32>5192296858534827628530496329220096.0));
  const sign = i32x4.shl(v128.andnot(halves, i32x4.splat(MAGNITUDE)), 16);
  return v128.or(v128.or(scaled, sign), v128.and(isEndless, i32x4.splat(0x7f800000)));
}

@inline function storeDoubles(to: i32, four: v128): void {
  v128.store(to, f64x2.promote_low_f32x4(four));
  v128.store(to, f64x2.promote_low_f32x4(i8x16.shuffle(four, four, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)), 16);
}

/** @param count how many; up to seven more are read and written */
export function halves(from: i32, to: i32, count: i32): void {
  for (const end = from + count * 2; from < end; from += 16) {
    const eight = v128.load(from);
    storeDoubles(to, singles(i32x4.extend_low_i16x8_u(eight)));
    storeDoubles(to + 32, singles(i32x4.extend_high_i16x8_u(eight)));
    to += 64;
  }
}
