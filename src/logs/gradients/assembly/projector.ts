// Inner products of one vector with several, in single precision, sixteen products at a time.

@inline function sum(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/**
 * @param vector its numbers, the length filled up with zeros to a multiple of 4, at an address that is a multiple of 16
 * @param directions of the same length, one after the other, their number filled up with zeros to a multiple of 4
 * @param bytes of one of them
 * @param out where the inner products go
 */
export function project(vector: i32, directions: i32, count: i32, bytes: i32, out: i32): void {
  const end = vector + bytes;
  for (let direction = 0; direction < count; direction += 4) {
    let a = f32x4.splat(0), b = a, c = a, d = a;
    let at0 = directions, at1 = at0 + bytes, at2 = at1 + bytes, at3 = at2 + bytes;
    for (let at = vector; at < end; at += 16) {
      const v = v128.load(at);
      a = f32x4.add(a, f32x4.mul(v, v128.load(at0)));
      b = f32x4.add(b, f32x4.mul(v, v128.load(at1)));
      c = f32x4.add(c, f32x4.mul(v, v128.load(at2)));
      d = f32x4.add(d, f32x4.mul(v, v128.load(at3)));
      at0 += 16;
      at1 += 16;
      at2 += 16;
      at3 += 16;
    }
    store<f32>(out, sum(a));
    store<f32>(out, sum(b), 4);
    store<f32>(out, sum(c), 8);
    store<f32>(out, sum(d), 12);
    directions = at3;
    out += 16;
  }
}
