import { cosineKernelRow } from '../../src/core/interference/cosineKernelRow';
import type { PromptGradient } from '../../src/core/interference/promptGradient';

/** The cosine kernel of some prompts, all rows one after the other, [m·m]. */
export function cosineKernel(gradients: readonly (PromptGradient | null)[]): Float32Array {
  const kernel = new Float32Array(gradients.length ** 2).fill(NaN);
  gradients.forEach((_, x) => cosineKernelRow(kernel, gradients, x));
  return kernel;
}
