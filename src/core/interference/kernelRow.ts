import { dotProduct } from './dotProduct';
import type { PromptGradient } from './promptGradient';

/**
 * κ(x, x') = <∇p(x), ∇p(x')> of one prompt with every prompt: by how much a step on x moves the pass rate of x'. Unbiased;
 * on the diagonal the bias-corrected squared length.
 *
 * Source: arXiv:2602.21189, eq. 5.
 * @param gradients one a prompt, null where unknown, [P]
 * @param prompt x
 * @returns [P]; NaN where unknown, everywhere if x itself is
 */
export function kernelRow(gradients: readonly (PromptGradient | null)[], prompt: number): Float64Array {
  const own = gradients[prompt] ?? null;
  return Float64Array.from(gradients, (other, y) => {
    if (own === null || other === null) return NaN;
    return y === prompt ? own.squaredNorm : dotProduct(own.vector, 0, other.vector, 0, own.vector.length);
  });
}
