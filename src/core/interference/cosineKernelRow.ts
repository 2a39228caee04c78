import { dotProduct } from './dotProduct';
import type { PromptGradient } from './promptGradient';

/**
 * Works out one row of the cosine kernel up to the diagonal, and writes it on both sides of it: a large kernel can be made
 * row by row, with a pause to look whether it is still wanted.
 *
 *     cos(∇p(x), ∇p(x')) = κ(x, x') / √(|∇p(x)|² |∇p(x')|²), the squared lengths without bias
 *
 * Source: arXiv:2602.21189, eq. 5 and figure 2; MATH.md 4. 1 on the diagonal; left as it was where a gradient is unknown or
 * its squared length came out at 0 or below. Cost: O(m d) a row.
 * @param kernel [m·m], NaN where nothing is known yet; @param x row; @param gradients null where unknown, [m]
 * @param products inner products of the row's gradient with those of the rows before it, worked out elsewhere; absent: here
 */
export function cosineKernelRow(kernel: Float32Array, gradients: readonly (PromptGradient | null)[], x: number, products?: Float64Array): void {
  const size = gradients.length;
  const one = gradients[x];
  if (one === null || !(one.squaredNorm > 0)) return;
  kernel[x * size + x] = 1;
  for (let y = 0; y < x; y++) {
    const other = gradients[y];
    if (other === null || !(other.squaredNorm > 0)) continue;
    const product = products === undefined ? dotProduct(one.vector, 0, other.vector, 0, one.vector.length) : products[y];
    const cosine = Math.max(-1, Math.min(1, product / Math.sqrt(one.squaredNorm * other.squaredNorm)));
    kernel[x * size + y] = cosine;
    kernel[y * size + x] = cosine;
  }
}
