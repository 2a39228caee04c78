import { checkEqualLength } from './checkEqualLength';

/** What one plain gradient step would do, to first order. */
export interface OneStep {
  /** ΔJ1 */
  readonly passAt1: number;
  /** ΔJ_k */
  readonly passAtK: number;
}

/**
 * First-order change of pass@1 and pass@k by one step θ + η E[w' ∇p] with any weights w':
 *
 *     ΔJ1 ≈ η mean(w' a),   ΔJ_k ≈ η mean(w' b_k),   b_k(x) = <∇p(x), ∇J_k>
 *
 * Curvature leaves a residual of order η². Source: MATH.md 6.
 * @param weights w'(x), [P]; @param agreement a(x), [P]; @param passAtKAgreement b_k(x), [P]
 * @param stepSize η
 * NaN is unknown: such a prompt counts as 0, as in the inner product.
 * @throws RangeError if the columns are not of one length
 */
export function oneStep(
  weights: ArrayLike<number>,
  agreement: ArrayLike<number>,
  passAtKAgreement: ArrayLike<number>,
  stepSize: number,
): OneStep {
  return { passAt1: stepSize * meanPull(weights, agreement), passAtK: stepSize * meanPull(weights, passAtKAgreement) };
}

function meanPull(weights: ArrayLike<number>, pull: ArrayLike<number>): number {
  checkEqualLength('oneStep', weights, pull);
  let sum = 0;
  for (let x = 0; x < weights.length; x++) {
    const product = weights[x] * pull[x];
    if (!Number.isNaN(product)) sum += product;
  }
  return sum / weights.length;
}
