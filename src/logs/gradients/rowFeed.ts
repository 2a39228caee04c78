import type { GradientPopulation } from '../../core/interference/gradientPopulation';
import type { GradientSums } from '../../core/interference/gradientSums';
import type { ProductsOf } from '../../core/interference/promptProducts';
import type { ProjectedSamples, SpreadPlan } from '../../core/interference/spreadPlan';
import type { KeptRows } from './keptRows';
import { productsIn, productsLayout } from './productsLayout';
import { ROW_TYPES, rowLayout, type RowLayout } from './rowLayout';
import { rowSums } from './rowSums';
import { projectedSamples, spreadLayout, type SpreadLayout } from './spreadLayout';
import { reachTo, vectorMemory, vectorsOn, type SharedMemory, type VectorExports } from './vectorMemory';
import { vectorModule } from './vectorModule';

const ROWS_AT_ONCE = 1024;
const ALL = 2 ** 31 - 1;

/** Counts vectors that come one by one, in WebAssembly, some at a time. */
export class RowFeed {
  readonly #vectors: VectorExports;
  readonly #memory: SharedMemory;
  readonly #rows: Float64Array;
  readonly #slots: Int32Array;
  readonly #atOnce: number;
  #layout: RowLayout;
  #waiting = 0;
  /** The second pass, while it is made. */
  #spread: SpreadLayout | null = null;
  #planned: RowLayout;
  /** Where the memory is free. */
  #free: number;

  /** @param mostPrompts `reach` will ask for so many at the most @returns null where the machine cannot run it, or has no room */
  static for(prompts: number, dimension: number, mostPrompts = prompts): RowFeed | null {
    const layout = rowLayout(ROWS_AT_ONCE, prompts, dimension, 1, dimension * 8, mostPrompts);
    const memory = vectorMemory(layout.end);
    const module = memory && vectorModule();
    const vectors = memory && module && vectorsOn(memory, module);
    return memory && vectors && new RowFeed(memory, layout, vectors);
  }

  private constructor(memory: SharedMemory, layout: RowLayout, vectors: VectorExports) {
    const { dimension, threads, blockBytes, slots, sums, squares, counts } = layout;
    this.#vectors = vectors;
    this.#memory = memory;
    this.#layout = this.#planned = layout;
    this.#free = layout.end;
    this.#atOnce = Math.min(ROWS_AT_ONCE, Math.floor((blockBytes - 64) / 8 / dimension));
    this.#rows = new Float64Array(memory.buffer, threads, this.#atOnce * dimension);
    this.#slots = new Int32Array(memory.buffer, slots, ROWS_AT_ONCE);
    vectors.setRows(dimension, sums, squares, counts, threads + blockBytes);
  }

  get dimension(): number {
    return this.#layout.dimension;
  }

  /** Makes room for so many prompts. What `products` and `spread` left is no longer good. @returns false where there is none */
  reach(prompts: number): boolean {
    const { stride, sums, end } = this.#layout;
    if (prompts <= this.#layout.prompts) return true;
    const more = { ...this.#layout, prompts, end: sums + 2 * prompts * stride * 8 };
    const from = this.#memory.buffer.byteLength;
    if (!reachTo(this.#memory, more.end)) return false;
    // What was behind the sums for a while.
    new Uint8Array(this.#memory.buffer, end, Math.max(0, Math.min(from, more.end) - end)).fill(0);
    this.#layout = more;
    this.#free = more.end;
    return true;
  }

  /** @param slot slotOf the sample @param kept a smaller copy goes there, for `spreadKept` */
  push(slot: number, vector: Float64Array, kept?: KeptRows): void {
    const { dimension, threads, blockBytes } = this.#layout;
    this.#rows.set(vector, this.#waiting * dimension);
    this.#slots[this.#waiting] = slot;
    if (kept !== undefined) {
      const scratch = threads + blockBytes;
      this.#vectors.keepRow(threads + this.#waiting * dimension * 8, dimension, scratch);
      kept.push(slot, new Uint8Array(this.#memory.buffer, scratch, kept.rowBytes));
    }
    if (++this.#waiting === this.#atOnce) this.flush();
  }

  /** Counts what waits. */
  flush(): void {
    const { dimension, threads, slots } = this.#layout;
    this.#take(threads, this.#waiting, dimension * 8, ROW_TYPES.F64, slots);
    this.#waiting = 0;
  }

  /** Of all that was pushed so far; they change with what is pushed later. */
  sums(prompts: number): GradientSums {
    this.flush();
    return rowSums(this.#memory, { ...this.#layout, prompts });
  }

  /** The prompts' inner products with the gradients of a population of their sums; null where there is no room. */
  products(population: GradientPopulation): ProductsOf | null {
    const prompts = population.n.length;
    const made = productsLayout(this.#memory, { ...this.#layout, prompts }, population);
    if (made === null) return null;
    this.#vectors.promptProducts(0, prompts, made.gradients, made.count, made.out);
    this.#free = made.end;
    return productsIn(this.#memory, made, prompts);
  }

  /** Turns to the second pass: `push` all again, or `spreadKept`. @returns false where there is no room */
  plan(plan: SpreadPlan): boolean {
    this.#planned = { ...this.#layout, prompts: plan.classOf.length };
    this.#spread = spreadLayout(this.#memory, this.#planned, this.#free, plan, 1);
    if (this.#spread === null) return false;
    const { basis, size, gradient, prompts, promptOf, records, moments, differences } = this.#spread;
    this.#vectors.setSpread(basis, size, gradient, prompts, promptOf, records, moments, differences);
    return true;
  }

  /** Takes what was kept when it was pushed, in place of pushing it again. */
  spreadKept(kept: KeptRows): void {
    const { threads, slots } = this.#layout;
    const most = Math.min(ROWS_AT_ONCE, Math.floor(this.#rows.byteLength / kept.rowBytes));
    const room = new Uint8Array(this.#memory.buffer, threads, most * kept.rowBytes);
    for (let first = 0; first < kept.count; first += most) {
      const rows = kept.read(first, room, this.#slots);
      this.#take(threads, rows, kept.rowBytes, ROW_TYPES.kept, slots);
    }
  }

  /** The end of the second pass: what it came to. */
  projected(): ProjectedSamples {
    this.flush();
    const spread = this.#spread;
    if (spread === null) throw new RangeError('RowFeed: there is no plan to project by');
    this.#spread = null;
    return projectedSamples(this.#memory, this.#planned, spread, 1);
  }

  #take(from: number, rows: number, rowBytes: number, type: number, slots: number): void {
    const take = this.#spread === null ? this.#vectors.addRows : this.#vectors.spreadRows;
    take(from, rows, rowBytes, type, slots, 0, ALL);
  }
}
