import type { GradientPopulation } from '../../core/interference/gradientPopulation';
import type { ProductsOf } from '../../core/interference/promptProducts';
import { align, type RowLayout } from './rowLayout';
import { reachTo, type SharedMemory } from './vectorMemory';

/** Where the prompts' inner products lie, behind all else that is in the memory: plain numbers, to be sent to a thread. */
export interface ProductsLayout {
  readonly gradients: number;
  /** Of gradients, with those of zeros behind them. */
  readonly count: number;
  readonly out: number;
  /** Of one prompt. */
  readonly bytes: number;
  readonly end: number;
}

/** Writes the gradients of a population into the memory. @returns null where there is no room, or the products would take more of it than the sums */
export function productsLayout(memory: SharedMemory, { dimension, stride, prompts, end }: RowLayout, { gradients, ks }: GradientPopulation): ProductsLayout | null {
  const count = (ks.length + 3) & ~3;
  const bytes = 32 + count * 16;
  const at = align(end);
  const out = align(at + count * stride * 8);
  const layout = { gradients: at, count, out, bytes, end: out + prompts * bytes };
  if (bytes > 16 * stride || !reachTo(memory, layout.end)) return null;
  for (let place = 0; place < ks.length; place++) {
    new Float64Array(memory.buffer, at + place * stride * 8, dimension).set(gradients.subarray(place * dimension, (place + 1) * dimension));
  }
  return layout;
}

/** The products, once they are there. */
export function productsIn(memory: SharedMemory, { out, bytes, count }: ProductsLayout, prompts: number): ProductsOf {
  const all = new Float64Array(memory.buffer, out, (prompts * bytes) / 8);
  return (prompt) => {
    const at = (prompt * bytes) / 8;
    const [correctCorrect, correctWrong, wrongWrong] = [all[at] as number, all[at + 1] as number, all[at + 2] as number];
    return { correctCorrect, correctWrong, wrongWrong, correct: all.subarray(at + 4, at + 4 + count), wrong: all.subarray(at + 4 + count, at + 4 + 2 * count) };
  };
}
