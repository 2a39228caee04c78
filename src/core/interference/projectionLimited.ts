/**
 * Whether a sign could come from the random projection of the gradients alone: the error of a cosine of vectors projected
 * to m dimensions has standard deviation √((1 + cos²)/m), is shared by all prompts (one projection for all) and so does not
 * average out. True when the cosine is less than two of those away from zero.
 *
 * Source: MATH.md 4.4.
 * @param cosine of ∇J_k and ∇J1, as projected; NaN is unknown, and then it cannot be ruled out
 * @param dimension m, dimensions left by the projection
 */
export function projectionLimited(cosine: number, dimension: number): boolean {
  return !(Math.abs(cosine) >= 2 * Math.sqrt((1 + cosine * cosine) / dimension));
}
