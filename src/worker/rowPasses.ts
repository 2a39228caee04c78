import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { GradientPopulation } from '../core/interference/gradientPopulation';
import type { GradientSpread } from '../core/interference/gradientSpread';
import type { GradientSums } from '../core/interference/gradientSums';
import { promptProducts, type ProductsOf } from '../core/interference/promptProducts';
import { plainProjector, type MakeProjector } from '../core/interference/projector';
import { rowBytes } from '../logs/gradients/gradientLayout';
import { productsIn, productsLayout } from '../logs/gradients/productsLayout';
import { REFUSED, ROW_TYPES, rowLayout, type RowLayout } from '../logs/gradients/rowLayout';
import { rowPieces, type RowFile, type RowPiece } from '../logs/gradients/rowPieces';
import { rowSums } from '../logs/gradients/rowSums';
import { projectedSamples, spreadLayout, type SpreadLayout } from '../logs/gradients/spreadLayout';
import { vectorMemory, vectorsOn, type SharedMemory } from '../logs/gradients/vectorMemory';
import { vectorProjector } from '../logs/gradients/vectorProjector';
import { vectorModule, type VectorModule } from '../logs/gradients/vectorModule';
import type { RowJob, RowWork } from '../protocol/rowJob';
import { BLOCKS_READ, rowWork, STOP } from './rowWork';
import { refusedRows, type SidecarRows } from './sidecarRows';

/** Others are served, a wish to stop among them, at least this often. */
const LONGEST_TURN_MS = 20;

/** Both passes over the rows of sidecars, in WebAssembly, by all threads: each takes the samples of some prompts. */
export class RowPasses {
  /** Only where there was no room for anything better. */
  readonly makeProjector: MakeProjector = (directions, d) => vectorProjector(directions, d) ?? plainProjector(directions, d);
  readonly #threads: RowThread[];
  readonly #control: Int32Array;
  readonly #pieces: readonly RowPiece[];
  /** Where the memory is free. */
  #free: number;

  /** @returns null where the machine cannot run it, or has no room */
  static open(rows: SidecarRows, prompts: number, dimension: number): RowPasses | null {
    const longest = Math.max(...rows.files.map(({ sidecar }) => rowBytes(sidecar.layout)));
    const layout = rowLayout(rows.samples, prompts, dimension, rows.threadScript === undefined ? 1 : rows.threads, longest);
    const memory = vectorMemory(layout.end);
    const module = memory && vectorModule();
    return memory && module && vectorsOn(memory, module) && new RowPasses(rows, memory, module, layout);
  }

  private constructor(readonly rows: SidecarRows, readonly memory: SharedMemory, readonly module: VectorModule, readonly layout: RowLayout) {
    const slots = new Int32Array(memory.buffer, layout.slots, rows.samples);
    for (let sample = 0; sample < slots.length; sample++) slots[sample] = rows.slotOf(sample);
    this.#control = new Int32Array(memory.buffer, layout.control, 4);
    this.#free = layout.end;
    this.#pieces = rowPieces(slots, layout.prompts);
    const count = rows.threadScript === undefined ? 0 : Math.min(rows.threads, this.#pieces.length) - 1;
    this.#threads = Array.from({ length: count }, (_, at) => new RowThread(rows.threadScript as string, at + 1));
  }

  /** @throws the signal's reason when aborted; what the file system says */
  async sums(): Promise<GradientSums | null> {
    const { memory, layout, rows } = this;
    const isDone = await this.#run(this.#rowsWork(null));
    if (!isDone) {
      for (const [at, length] of [[layout.squares, 16], [layout.counts, 8], [layout.sums, 16 * layout.stride]] as const) new Uint8Array(memory.buffer, at, layout.prompts * length).fill(0);
      await this.#run(this.#rowsWork(null));
    }
    const slots = new Int32Array(memory.buffer, layout.slots, rows.samples);
    for (const { sidecar, firstSample } of rows.files) {
      const own = slots.subarray(firstSample, firstSample + sidecar.layout.rows);
      refusedRows(sidecar, own.reduce((sum, slot) => sum + (slot === REFUSED ? 1 : 0), 0), own.indexOf(REFUSED), rows.notes);
    }
    const sums = rowSums(memory, layout);
    return new Int32Array(memory.buffer, layout.counts, 2 * layout.prompts).some((count) => count > 0) ? sums : null;
  }

  async products(population: GradientPopulation): Promise<ProductsOf> {
    const products = productsLayout(this.memory, this.layout, population);
    if (products === null) return promptProducts(population);
    if (!(await this.#run({ kind: 'products', products }))) await this.#run({ kind: 'products', products });
    this.#free = products.end;
    return productsIn(this.memory, products, this.layout.prompts);
  }

  /** @throws the signal's reason when aborted; what the file system says */
  async spread(into: GradientSpread): Promise<void> {
    const plan = into.plan();
    const make = () => spreadLayout(this.memory, this.layout, this.#free, plan, this.#pieces.length);
    let layout = make();
    if (layout !== null && !(await this.#run(this.#rowsWork(layout)))) {
      layout = make();
      if (layout !== null) await this.#run(this.#rowsWork(layout));
    }
    if (layout === null) return this.rows.each((row, correct, vector) => void into.add(row, correct, vector));
    into.addProjected(projectedSamples(this.memory, this.layout, layout, this.#pieces.length));
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.dispose()));
  }

  #rowsWork(spread: SpreadLayout | null): RowWork {
    const files = this.rows.files.map(({ sidecar: { path, layout }, firstSample }): RowFile => (
      { path, offset: layout.offset, rowBytes: rowBytes(layout), type: ROW_TYPES[layout.type], rows: layout.rows, firstSample }));
    return { kind: 'rows', files, pieces: this.#pieces, spread };
  }

  /** @returns false when a thread died, and what it had taken is lost: from now on this one does without */
  async #run(work: RowWork): Promise<boolean> {
    const { rows: { signal, onRead }, memory, module, layout } = this;
    const job: RowJob = { thread: 0, memory, module, layout, work };
    this.#control.fill(0);
    const others = this.#threads.map((thread) => thread.run(job));
    let told = 0;
    const tell = () => {
      const blocks = Atomics.load(this.#control, BLOCKS_READ);
      onRead?.((blocks - told) * layout.blockBytes);
      told = blocks;
    };
    try {
      let turn = performance.now();
      const share = rowWork(job);
      while (share.next().done !== true) {
        if (performance.now() - turn < LONGEST_TURN_MS) continue;
        await new Promise(setImmediate);
        signal?.throwIfAborted();
        tell();
        turn = performance.now();
      }
    } catch (error) {
      Atomics.store(this.#control, STOP, 1);
      await Promise.all(others);
      throw error;
    }
    const isWhole = (await Promise.all(others)).every(Boolean);
    signal?.throwIfAborted();
    tell();
    if (!isWhole) await Promise.all(this.#threads.splice(0).map((thread) => thread.dispose()));
    return isWhole;
  }
}

class RowThread {
  readonly #worker: Worker;
  #isDead = false;
  #settle: ((isWhole: boolean) => void) | null = null;

  constructor(script: string, readonly thread: number) {
    this.#worker = new Worker(script, { env: SHARE_ENV });
    this.#worker.on('message', () => this.#settle?.(true));
    this.#worker.on('error', () => {
      this.#isDead = true;
      this.#settle?.(false);
    });
  }

  /** @returns false when it died */
  run(job: RowJob): Promise<boolean> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      if (this.#isDead) resolve(false);
      else this.#worker.postMessage({ ...job, thread: this.thread });
    });
  }

  async dispose(): Promise<void> {
    await this.#worker.terminate();
  }
}
