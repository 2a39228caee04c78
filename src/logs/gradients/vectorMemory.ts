import type { VectorModule } from './vectorModule';

/** Memory that threads share. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** The part of the platform's WebAssembly in use here; the compiler's own library has none without the DOM. */
declare const WebAssembly:
  | {
      readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => SharedMemory;
      readonly Instance: new (module: VectorModule, imports: object) => { readonly exports: object };
    }
  | undefined;

/** What src/logs/gradients/assembly exports; it says there what each does. Positions are addresses in the memory. */
export interface VectorExports {
  setRows(length: number, sums: number, squares: number, counts: number, scratch: number): void;
  addRows(from: number, rows: number, rowBytes: number, type: number, slots: number, lowest: number, highest: number): void;
  setSpread(basis: number, size: number, gradient: number, prompts: number, promptOf: number, records: number, moments: number, differences: number): void;
  spreadRows(from: number, rows: number, rowBytes: number, type: number, slots: number, lowest: number, highest: number): void;
  promptProducts(first: number, end: number, gradients: number, count: number, out: number): void;
  keepRow(from: number, count: number, to: number): void;
  products(vector: number, others: number, count: number, bytes: number, out: number): void;
}

const PAGE_BYTES = 1 << 16, MOST_PAGES = 1 << 16;
/** From here on the memory is the caller's. */
export const VECTORS_AT = 1 << 12;

/** @returns a memory up to an address, all zeros; null where there is no room */
export function vectorMemory(end: number): SharedMemory | null {
  const pages = Math.ceil(end / PAGE_BYTES);
  if (typeof WebAssembly === 'undefined' || pages > MOST_PAGES) return null;
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
  } catch {
    return null; // no room
  }
}

/** Makes a memory reach up to an address. @returns false where there is no room */
export function reachTo(memory: SharedMemory, end: number): boolean {
  const more = Math.ceil(end / PAGE_BYTES) - memory.buffer.byteLength / PAGE_BYTES;
  if (more <= 0) return true;
  try {
    memory.grow(more);
    return true;
  } catch {
    return false; // no room
  }
}

/** @returns the module on a memory, to be used by one thread; null where the machine cannot run it */
export function vectorsOn(memory: SharedMemory, module: VectorModule): VectorExports | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    return new WebAssembly.Instance(module, { env: { memory } }).exports as VectorExports;
  } catch {
    return null; // JavaScript does the same
  }
}
