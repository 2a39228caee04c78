// Inner products in doubles.

@inline function sum(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/**
 * @param vector its numbers, their count a multiple of two
 * @param others of the same length, one after the other
 * @param count of them; rounded up to a multiple of four
 * @param bytes of one of them
 * @param out where the inner products go
 */
export function products(vector: usize, others: usize, count: i32, bytes: i32, out: usize): void {
  const end = vector + bytes;
  for (let other = 0; other < count; other += 4) {
    let a = f64x2.splat(0), b = a, c = a, d = a;
    let at0 = others, at1 = at0 + bytes, at2 = at1 + bytes, at3 = at2 + bytes;
    for (let at = vector; at < end; at += 16) {
      const v = v128.load(at);
      a = f64x2.add(a, f64x2.mul(v, v128.load(at0)));
      b = f64x2.add(b, f64x2.mul(v, v128.load(at1)));
      c = f64x2.add(c, f64x2.mul(v, v128.load(at2)));
      d = f64x2.add(d, f64x2.mul(v, v128.load(at3)));
      at0 += 16;
      at1 += 16;
      at2 += 16;
      at3 += 16;
    }
    store<f64>(out, sum(a));
    store<f64>(out, sum(b), 8);
    store<f64>(out, sum(c), 16);
    store<f64>(out, sum(d), 24);
    others = at3;
    out += 32;
  }
}
