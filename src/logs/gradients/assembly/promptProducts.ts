// Inner products of the sums of prompts with each other and with gradients, in doubles.
import { stride, sums } from './rows';

@inline function product(a: usize, b: usize, end: usize): f64 {
  let even = f64x2.splat(0), odd = even;
  for (; a < end; a += 32, b += 32) {
    even = f64x2.add(even, f64x2.mul(v128.load(a), v128.load(b)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
  }
  const both = f64x2.add(even, odd);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

@inline function sum(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Inner products of two neighbours with each of the gradients. */
function bothWithAll(correct: usize, gradients: usize, count: i32, out: usize): void {
  const bytes = stride << 3;
  const wrong = correct + bytes;
  for (let gradient = 0; gradient < count; gradient += 4) {
    let a = f64x2.splat(0), b = a, c = a, d = a, e = a, f = a, g = a, h = a;
    let at0 = gradients, at1 = at0 + bytes, at2 = at1 + bytes, at3 = at2 + bytes;
    for (let at = correct; at < wrong; at += 16) {
      const v = v128.load(at), w = v128.load(at + bytes);
      let other = v128.load(at0);
      a = f64x2.add(a, f64x2.mul(v, other));
      e = f64x2.add(e, f64x2.mul(w, other));
      other = v128.load(at1);
      b = f64x2.add(b, f64x2.mul(v, other));
      f = f64x2.add(f, f64x2.mul(w, other));
      other = v128.load(at2);
      c = f64x2.add(c, f64x2.mul(v, other));
      g = f64x2.add(g, f64x2.mul(w, other));
      other = v128.load(at3);
      d = f64x2.add(d, f64x2.mul(v, other));
      h = f64x2.add(h, f64x2.mul(w, other));
      at0 += 16;
      at1 += 16;
      at2 += 16;
      at3 += 16;
    }
    v128.store(out, f64x2.replace_lane(f64x2.splat(sum(a)), 1, sum(b)));
    v128.store(out, f64x2.replace_lane(f64x2.splat(sum(c)), 1, sum(d)), 16);
    v128.store(out + (count << 3), f64x2.replace_lane(f64x2.splat(sum(e)), 1, sum(f)));
    v128.store(out + (count << 3), f64x2.replace_lane(f64x2.splat(sum(g)), 1, sum(h)), 16);
    gradients = at3;
    out += 32;
  }
}

/**
 * @param gradients of the same length as the sums, with zeros behind; their count is a multiple of four
 * @param out of the first of the prompts: S_c·S_c, S_c·S_w, S_w·S_w, one double left out, S_c and then S_w with each gradient
 */
export function promptProducts(first: i32, end: i32, gradients: usize, count: i32, out: usize): void {
  const bytes = stride << 3;
  for (let prompt = first; prompt < end; prompt++) {
    const correct = sums + <usize>prompt * <usize>(2 * bytes), wrong = correct + bytes;
    store<f64>(out, product(correct, correct, wrong));
    store<f64>(out, product(correct, wrong, wrong), 8);
    store<f64>(out, product(wrong, wrong, wrong + bytes), 16);
    bothWithAll(correct, gradients, count, out + 32);
    out += 32 + (count << 4);
  }
}
