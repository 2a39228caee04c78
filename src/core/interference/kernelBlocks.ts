import { dotProduct } from './dotProduct';
import type { PromptGradient } from './promptGradient';

/**
 * Mean kernel between groups of prompts, such as hard, middle and easy: where the interference sits. Pairs of different
 * prompts only, so no noise is counted as likeness.
 *
 *     block(A, B) = mean of κ(x, x') over x in A, x' in B, x ≠ x'
 *
 * @param gradients one a prompt, null where unknown (left out), [P]
 * @param groupOf group of each prompt, from 0 to groups - 1; -1 leaves it out, [P]
 * @returns [groups·groups], row by row, symmetric; NaN for a block without pairs
 * Cost: O(P d).
 */
export function kernelBlocks(
  gradients: readonly (PromptGradient | null)[],
  groupOf: ArrayLike<number>,
  groups: number,
): Float64Array {
  const sums = new Array<Float64Array | undefined>(groups);
  const counts = new Float64Array(groups);
  const squares = new Float64Array(groups);
  gradients.forEach((gradient, x) => {
    const group = groupOf[x];
    if (gradient === null || group < 0) return;
    const { vector } = gradient;
    const sum = (sums[group] ??= new Float64Array(vector.length));
    for (let j = 0; j < vector.length; j++) sum[j] += vector[j];
    counts[group]++;
    squares[group] += dotProduct(vector, 0, vector, 0, vector.length);
  });
  return Float64Array.from({ length: groups * groups }, (_, at) => {
    const a = Math.floor(at / groups);
    const b = at % groups;
    const sumA = sums[a];
    const sumB = sums[b];
    const pairs = counts[a] * (a === b ? counts[a] - 1 : counts[b]);
    if (sumA === undefined || sumB === undefined || pairs === 0) return NaN;
    return (dotProduct(sumA, 0, sumB, 0, sumA.length) - (a === b ? squares[a] : 0)) / pairs;
  });
}
