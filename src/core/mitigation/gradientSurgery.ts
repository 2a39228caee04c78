/** A change of the training weights by a constant, in two ways of saying it. */
export interface GradientSurgery {
  /** λ: train with w_k(x) + λ, that is on J_k + λ J1. */
  readonly offset: number;
  /** α = λ/(1+λ): the same direction as (1-α) J_k + α J1. */
  readonly blend: number;
}

/**
 * The least offset that takes the conflict out of a pass@k update (PCGrad in parameter space):
 *
 *     ∇J_k - (IP/|∇J1|²) ∇J1 = E[(w + λ) ∇p],   λ = max(0, ρ - IP/|∇J1|²)
 *
 * so that afterwards <E[(w+λ) ∇p], ∇J1> >= ρ |∇J1|². No vectors are needed. First order, one plain gradient step.
 *
 * Source: arXiv:2001.06782; MATH.md 6.
 * @param innerProduct <∇J_k, ∇J1> = mean(w a)
 * @param meanAgreement |∇J1|² = mean(a)
 * @param margin ρ, at least 0
 * @returns NaN in both where the inputs are unknown, or where |∇J1|² was estimated at or below 0
 * @throws RangeError if the margin is below 0
 */
export function gradientSurgery(innerProduct: number, meanAgreement: number, margin = 0): GradientSurgery {
  if (!(margin >= 0)) throw new RangeError(`gradientSurgery requires a margin of at least zero, got ${margin}`);
  if (!(meanAgreement > 0)) return { offset: NaN, blend: NaN };
  const offset = Math.max(0, margin - innerProduct / meanAgreement);
  return { offset, blend: offset / (1 + offset) };
}
