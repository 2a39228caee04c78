import { GradientSums } from '../../core/interference/gradientSums';
import type { RowLayout } from './rowLayout';
import type { SharedMemory } from './vectorMemory';

/** The sums as they lie in the memory, where they are used as long as anybody does. */
export function rowSums(memory: SharedMemory, { dimension, stride, prompts, sums, squares, counts }: RowLayout): GradientSums {
  const { buffer } = memory;
  const squareOf = new Float64Array(buffer, squares, 2 * prompts);
  const countOf = new Int32Array(buffer, counts, 2 * prompts);
  const sumOf = (slot: number) => new Float64Array(buffer, sums + slot * stride * 8, dimension);
  return GradientSums.of(dimension, Array.from({ length: prompts }, (_, prompt) => ({
    sumCorrect: sumOf(2 * prompt), sumWrong: sumOf(2 * prompt + 1),
    squaresCorrect: squareOf[2 * prompt] as number, squaresWrong: squareOf[2 * prompt + 1] as number,
    correct: countOf[2 * prompt] as number, wrong: countOf[2 * prompt + 1] as number,
  })));
}
