// A vector in a quarter of its room: whole numbers of 16 bits, each times the same number. What is lost is under a 65,000th of the
// largest number, which is plenty for a standard error.

/** Bytes in front of the whole numbers, of which the first four are what they are times. */
export const KEPT_HEAD = 16;
const MOST: f64 = 32767;

@inline function wholes(from: usize, factor: v128): v128 {
  const low = i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(f64x2.mul(v128.load(from), factor)));
  const high = i32x4.trunc_sat_f64x2_s_zero(f64x2.nearest(f64x2.mul(v128.load(from, 16), factor)));
  return i8x16.shuffle(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
}

/**
 * @param from a finite vector in doubles; up to seven more behind it are read
 * @param to KEPT_HEAD bytes, and two for each number, their count rounded up to a multiple of eight
 */
export function keepRow(from: usize, count: i32, to: usize): void {
  let most = f64x2.splat(0);
  const end = from + ((count & ~1) << 3);
  for (let at = from; at < end; at += 16) most = f64x2.max(most, f64x2.abs(v128.load(at)));
  let largest = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  if (count & 1) largest = max(largest, abs(load<f64>(end)));
  store<f32>(to, <f32>(largest / MOST));
  const factor = f64x2.splat(largest > 0 ? MOST / largest : 0);
  to += KEPT_HEAD;
  for (const last = from + (count << 3); from < last; from += 64, to += 16) v128.store(to, i16x8.narrow_i32x4_s(wholes(from, factor), wholes(from + 32, factor)));
}
