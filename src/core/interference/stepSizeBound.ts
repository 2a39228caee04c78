/** The constants of the paper's one-step statement. */
export interface StepSizeBound {
  /** L_1 = G² + F and L_k = k² G² + k F: how fast the gradients of J1 and J_k can turn. */
  readonly smoothness1: number;
  readonly smoothnessK: number;
  /** C₂ = k² G² L_1 / 2 */
  readonly curvature: number;
  /** Steps below this lower J1 for certain: min(δ/C₂, 1/L_k). */
  readonly largest: number;
}

/**
 * How small a plain gradient step on J_k must be for the paper's bound to promise that J1 falls while J_k rises:
 *
 *     J1(θ+) <= J1(θ) - η δ + C₂ η²,   for η < min(δ/C₂, 1/L_k)
 *
 * (Prop. 4.6; at η = δ/C₂ itself the bound promises no fall, though the paper allows it.) A worst case over everything the
 * constants allow: real steps far above it behave the same.
 *
 * Source: arXiv:2602.21189, prop. 4.6; MATH.md 1.2, 1.3.
 * @param k draws
 * @param bound δ, how far below 0 the inner product is for certain
 * @param squaredScore G² >= E|∇log π|², @param curvatureScore F >= E|∇² log π|, for every prompt
 * @returns a largest step of NaN when δ is not above 0
 */
export function stepSizeBound(k: number, bound: number, squaredScore: number, curvatureScore: number): StepSizeBound {
  const smoothness1 = squaredScore + curvatureScore;
  const smoothnessK = k * k * squaredScore + k * curvatureScore;
  const curvature = (k * k * squaredScore * smoothness1) / 2;
  return { smoothness1, smoothnessK, curvature, largest: bound > 0 ? Math.min(bound / curvature, 1 / smoothnessK) : NaN };
}
