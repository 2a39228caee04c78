import { cosineKernelRow } from './cosineKernelRow';
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
  for (let x = 0; x < size; x++) cosineKernelRow(kernel, gradients, x);
  return kernel;
}
