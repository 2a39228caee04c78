/**
 * How J1 and J_k change in the plane of their two gradients, θ + α ∇J1 + β ∇J_k, as a few numbers: a picture of the
 * conflict for a run of which only the gradients are known.
 */
export interface GradientPlane {
  readonly k: number;
  /** |∇J1|², <∇J_k, ∇J1>, |∇J_k|²: to first order ΔJ1 = α |∇J1|² + β <,> and ΔJ_k = α <,> + β |∇J_k|². */
  readonly squared1: number;
  readonly product: number;
  readonly squaredK: number;
  /** Of ΔJ_k to second order, in α², αβ and β²: how pass@k bends with the pass rates, each of which moves along its gradient. */
  readonly bend: readonly [aa: number, ab: number, bb: number];
}

/**
 * The plane of ∇J1 and ∇J_k. First order from the inner products; second order of J_k from what is known of it,
 *
 *     ½ E[f_k''(p) (α a(x) + β b_k(x))²],   f_k'' = -k(k-1)(1-p)^{k-2},
 *
 * which leaves out how the pass rates themselves bend (no log holds ∇²p), and is a plug-in of noisy a and b, so it is to be
 * labelled. J1 is linear in the pass rates, so nothing is known of its second order.
 *
 * Source: arXiv:2602.21189, figure 3; MATH.md 1.4.
 * @param agreement a(x), @param pull b_k(x), @param bendings k(k-1)(1-p)^{k-2}, of the prompts that take part; NaN counts as 0
 */
export function gradientPlane(
  k: number,
  products: { readonly squared1: number; readonly product: number; readonly squaredK: number },
  agreement: ArrayLike<number>,
  pull: ArrayLike<number>,
  bendings: ArrayLike<number>,
): GradientPlane {
  const bend: [number, number, number] = [0, 0, 0];
  for (let x = 0; x < agreement.length; x++) {
    const [a, b, f] = [agreement[x], pull[x], bendings[x]];
    if (Number.isNaN(a * b * f)) continue;
    bend[0] -= (f * a * a) / 2 / agreement.length;
    bend[1] -= (f * a * b) / agreement.length;
    bend[2] -= (f * b * b) / 2 / agreement.length;
  }
  return { k, ...products, bend };
}

/** ΔJ1 and ΔJ_k at a place of the plane, to first order or as far as the second is known. */
export function planeChange(plane: GradientPlane, alpha: number, beta: number, order: 1 | 2): { passAt1: number; passAtK: number } {
  const { squared1, product, squaredK, bend } = plane;
  const second = order === 1 ? 0 : bend[0] * alpha * alpha + bend[1] * alpha * beta + bend[2] * beta * beta;
  return { passAt1: alpha * squared1 + beta * product, passAtK: alpha * product + beta * squaredK + second };
}
