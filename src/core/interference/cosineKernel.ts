import { dotProduct } from './dotProduct';
import type { PromptGradient } from './promptGradient';

/**
 * Cosine between the gradients of chosen prompts: what a step on one does to the others, in sign and likeness.
 *
 *     κ(x, x') / √(|∇p(x)|² |∇p(x')|²),   κ(x, x') = <∇p(x), ∇p(x')>
 *
 * with bias-corrected squared lengths, so that noise does not pull every cosine towards 0; held within ±1.
 *
 * Source: arXiv:2602.21189, eq. 5 and figure 2; MATH.md 4.
 * @param gradients of the chosen prompts, null where unknown, [m]
 * @returns [m·m], row by row, 1 on the diagonal; NaN where a gradient is unknown or its squared length came out at 0 or below
 * Cost: O(m² d).
 */
export function cosineKernel(gradients: readonly (PromptGradient | null)[]): Float32Array {
  const size = gradients.length;
  const kernel = new Float32Array(size * size).fill(NaN);
  gradients.forEach((one, x) => {
    if (one === null || !(one.squaredNorm > 0)) return;
    kernel[x * size + x] = 1;
    for (let y = 0; y < x; y++) {
      const other = gradients[y];
      if (other === null || !(other.squaredNorm > 0)) continue;
      const product = dotProduct(one.vector, 0, other.vector, 0, one.vector.length);
      const cosine = Math.max(-1, Math.min(1, product / Math.sqrt(one.squaredNorm * other.squaredNorm)));
      kernel[x * size + y] = cosine;
      kernel[y * size + x] = cosine;
    }
  });
  return kernel;
}
