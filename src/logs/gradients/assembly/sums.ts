// The first pass: every row is added to the sum of its slot, in doubles.
import { bytesOfEight, DOUBLE, HALF, lowerFour, SINGLE, upperFour } from './singles';
import { counts, restOfRow, squares, stride, sums, wholeEights } from './rows';

const UNCOUNTED = -1, REFUSED = -2;
/** Squares of larger numbers might overflow. */
const TOO_LARGE: f64 = 1e150;

/** Whether any of the numbers, so many bytes of them, is NaN or infinite: all bits of its exponent are set. */
@inline function isEndless(from: usize, end: usize, type: i32): bool {
  const mask = type === HALF ? i16x8.splat(0x7c00) : type < SINGLE ? i16x8.splat(0x7f80) : type === SINGLE ? i32x4.splat(0x7f800000) : i64x2.splat(0x7ff0000000000000);
  let found = i64x2.splat(0);
  for (; from < end; from += 16) {
    const bits = v128.and(v128.load(from), mask);
    found = v128.or(found, type < SINGLE ? i16x8.eq(bits, mask) : type === SINGLE ? i32x4.eq(bits, mask) : i64x2.eq(bits, mask));
  }
  return v128.any_true(found);
}

@inline function isTooLarge(from: usize, end: usize): bool {
  let found = i64x2.splat(0);
  for (; from < end; from += 16) found = v128.or(found, f64x2.gt(f64x2.abs(v128.load(from)), f64x2.splat(TOO_LARGE)));
  return v128.any_true(found);
}

@inline function upperTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(i8x16.shuffle(four, four, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15));
}

/** Adds numbers of a row, in whole eights, to a sum. @returns the sum of their squares */
function added(from: usize, end: usize, type: i32, sum: usize): f64 {
  let a = f64x2.splat(0), b = a, c = a, d = a;
  const step = bytesOfEight(type);
  for (; from < end; from += step) {
    let v0: v128, v1: v128, v2: v128, v3: v128;
    if (type === DOUBLE) {
      v0 = v128.load(from);
      v1 = v128.load(from, 16);
      v2 = v128.load(from, 32);
      v3 = v128.load(from, 48);
    } else {
      const low = lowerFour(from, type), high = upperFour(from, type);
      v0 = f64x2.promote_low_f32x4(low);
      v1 = upperTwo(low);
      v2 = f64x2.promote_low_f32x4(high);
      v3 = upperTwo(high);
    }
    v128.store(sum, f64x2.add(v128.load(sum), v0));
    v128.store(sum, f64x2.add(v128.load(sum, 16), v1), 16);
    v128.store(sum, f64x2.add(v128.load(sum, 32), v2), 32);
    v128.store(sum, f64x2.add(v128.load(sum, 48), v3), 48);
    a = f64x2.add(a, f64x2.mul(v0, v0));
    b = f64x2.add(b, f64x2.mul(v1, v1));
    c = f64x2.add(c, f64x2.mul(v2, v2));
    d = f64x2.add(d, f64x2.mul(v3, v3));
    sum += 64;
  }
  const all = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
}

/**
 * Adds rows to the sums of their slots.
 * @param slots of each row; only those from `lowest` to below `highest` are looked at: UNCOUNTED is checked and not added, and
 *   a row with NaN or Infinity turns REFUSED
 */
export function addRows(from: usize, rows: i32, rowBytes: i32, type: i32, slots: usize, lowest: i32, highest: i32): void {
  for (let row = 0; row < rows; row++, from += rowBytes, slots += 4) {
    const slot = load<i32>(slots);
    if (slot < lowest || slot >= highest) continue;
    const rest = restOfRow(from, type);
    const end = from + ((wholeEights() * bytesOfEight(type)) >> 3), restEnd: usize = rest === 0 ? 0 : rest + bytesOfEight(type);
    if (isEndless(from, end, type) || isEndless(rest, restEnd, type)) {
      store<i32>(slots, REFUSED);
      continue;
    }
    if (slot === UNCOUNTED) continue;
    if (type === DOUBLE && (isTooLarge(from, end) || isTooLarge(rest, restEnd))) {
      store<i32>(slots, UNCOUNTED);
      continue;
    }
    const sum = sums + <usize>slot * (<usize>stride << 3);
    const square = added(from, end, type, sum) + added(rest, restEnd, type, sum + (<usize>wholeEights() << 3));
    store<f64>(squares + (<usize>slot << 3), load<f64>(squares + (<usize>slot << 3)) + square);
    store<i32>(counts + (<usize>slot << 2), load<i32>(counts + (<usize>slot << 2)) + 1);
  }
}
