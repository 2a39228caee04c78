import { scannerBytes } from './scannerBytes';

/** The part of the platform's WebAssembly in use here; the compiler's own library has none without the DOM. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}
type WasmModule = object;
declare const WebAssembly:
  | {
      readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => WasmMemory;
      readonly Module: new (bytes: Uint8Array) => WasmModule;
      readonly Instance: new (module: WasmModule, imports: object) => { readonly exports: object };
    }
  | undefined;
declare function atob(text: string): string;

/** What src/logs/scan/assembly exports; it says there what each does. All positions are addresses in the memory. */
export interface ScannerExports {
  setPaths(tree: number, count: number, bareNode: number, open: number): void;
  setBrackets(at: number): void;
  scanRecord(start: number, end: number, table: number): number;
  scanLines(start: number, end: number, table: number, most: number, rows: number, mostRows: number): number;
  setPlainFields(at: number): void;
  promptNamesBytes(): number;
  setPromptNames(at: number): number;
  setPowersOfFive(at: number): void;
  setVectors(path: number, room: number): void;
  parseVectors(table: number, records: number, path: number): void;
  newline(start: number, end: number): number;
  setText(at: number, bytes: number): void;
  findText(start: number, end: number): number;
  readonly stoppedAt: { readonly value: number };
  readonly linesPassed: { readonly value: number };
  readonly recordsKept: { readonly value: number };
  readonly generation: { readonly value: number };
}

export const PAGE_BYTES = 1 << 16;
/** 2 GiB: every address is a positive number of 32 bits. */
export const MOST_PAGES = 1 << 15;

/** undefined: not tried yet; null: this machine cannot run it. */
let compiled: WasmModule | null | undefined;

/**
 * A scanner with a memory of its own of one page, which threads can share; null where WebAssembly, its vectors or shared memory are missing.
 * @param host the node of a key with escapes; the value of a number that only JavaScript can round
 */
export function instantiateScanner(
  host: { escapedKey(parent: number, start: number, end: number): number; number(start: number, end: number): number },
): { memory: WasmMemory; scanner: ScannerExports } | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    compiled ??= compiled === null ? null : new WebAssembly.Module(Uint8Array.from(atob(scannerBytes), (character) => character.charCodeAt(0)));
    if (compiled === null) return null;
    const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory }, host });
    return { memory, scanner: exports as ScannerExports };
  } catch {
    // No vectors, no shared memory, or a policy against compiling: the portable scanner reads the same.
    compiled = null;
    return null;
  }
}
