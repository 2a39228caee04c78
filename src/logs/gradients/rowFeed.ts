import { rowLayout, type RowLayout } from './rowLayout';
import type { SpreadLayout } from './spreadLayout';
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
    this.#atOnce = Math.min(ROWS_AT_ONCE, Math.floor((blockBytes - 64) / 8 / dimension));
    this.#rows = new Float64Array(memory.buffer, threads, this.#atOnce * dimension);
    this.#slots = new Int32Array(memory.buffer, slots, ROWS_AT_ONCE);
    vectors.setRows(dimension, sums, squares, counts, threads + blockBytes);
  }

  /** From now on vectors are those of the second pass. */
  turnTo({ basis, size, gradient, prompts, promptOf, records, moments, differences }: SpreadLayout): void {
    this.#isSpread = true;
    this.#vectors.setSpread(basis, size, gradient, prompts, promptOf, records, moments, differences);
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
}
