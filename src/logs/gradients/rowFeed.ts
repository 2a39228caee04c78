import type { GradientPopulation } from '../../core/interference/gradientPopulation';
import type { ProductsOf } from '../../core/interference/promptProducts';
import type { SpreadPlan } from '../../core/interference/spreadPlan';
import { productsIn, productsLayout } from './productsLayout';
import { rowLayout, type RowLayout } from './rowLayout';
import { spreadLayout, type SpreadLayout } from './spreadLayout';
import { vectorMemory, vectorsOn, type SharedMemory, type VectorExports } from './vectorMemory';
import { vectorModule } from './vectorModule';

const ROWS_AT_ONCE = 1024;
/** As in assembly/singles.ts. */
const DOUBLE = 3;
const ALL = 2 ** 31 - 1;

/** Counts vectors that come one by one, in WebAssembly, some at a time. */
export class RowFeed {
  readonly #vectors: VectorExports;
  readonly #rows: Float64Array;
  readonly #slots: Int32Array;
  readonly #atOnce: number;
  #waiting = 0;
  #isSpread = false;
  /** Where the memory is free. */
  #free: number;

  /** @returns null where the machine cannot run it, or has no room */
  static for(prompts: number, dimension: number): RowFeed | null {
    const layout = rowLayout(ROWS_AT_ONCE, prompts, dimension, 1, dimension * 8);
    const memory = vectorMemory(layout.end);
    const module = memory && vectorModule();
    const vectors = memory && module && vectorsOn(memory, module);
    return memory && vectors && new RowFeed(memory, layout, vectors);
  }

  private constructor(readonly memory: SharedMemory, readonly layout: RowLayout, vectors: VectorExports) {
    const { dimension, threads, blockBytes, slots, sums, squares, counts } = layout;
    this.#vectors = vectors;
    this.#free = layout.end;
    this.#atOnce = Math.min(ROWS_AT_ONCE, Math.floor((blockBytes - 64) / 8 / dimension));
    this.#rows = new Float64Array(memory.buffer, threads, this.#atOnce * dimension);
    this.#slots = new Int32Array(memory.buffer, slots, ROWS_AT_ONCE);
    vectors.setRows(dimension, sums, squares, counts, threads + blockBytes);
  }

  /** The prompts' inner products with the gradients of a population; null where there is no room. */
  products(population: GradientPopulation): ProductsOf | null {
    const made = productsLayout(this.memory, this.layout, population);
    if (made === null) return null;
    this.#vectors.promptProducts(0, this.layout.prompts, made.gradients, made.count, made.out);
    this.#free = made.end;
    return productsIn(this.memory, made, this.layout.prompts);
  }

  /** Turns to the second pass. @returns null where there is no room */
  plan(plan: SpreadPlan): SpreadLayout | null {
    const layout = spreadLayout(this.memory, this.layout, this.#free, plan, 1);
    if (layout !== null) this.#turnTo(layout);
    return layout;
  }

  /** @param slot slotOf the sample */
  push(slot: number, vector: Float64Array): void {
    this.#rows.set(vector, this.#waiting * this.layout.dimension);
    this.#slots[this.#waiting++] = slot;
    if (this.#waiting === this.#atOnce) this.flush();
  }

  /** Counts what waits. */
  flush(): void {
    const { dimension, threads, slots } = this.layout;
    const take = this.#isSpread ? this.#vectors.spreadRows : this.#vectors.addRows;
    take(threads, this.#waiting, dimension * 8, DOUBLE, slots, 0, ALL);
    this.#waiting = 0;
  }

  /** From now on vectors are those of the second pass. */
  #turnTo({ basis, size, gradient, prompts, promptOf, records, moments, differences }: SpreadLayout): void {
    this.#isSpread = true;
    this.#vectors.setSpread(basis, size, gradient, prompts, promptOf, records, moments, differences);
  }
}
