import { vectorsBytes } from './vectorsBytes';

/** The part of the platform's WebAssembly in use here; the compiler's own library has none without the DOM. */
declare const WebAssembly:
  | {
      readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    }
  | undefined;
declare function atob(text: string): string;

/** What src/logs/gradients/assembly exports; it says there what each does. Positions are addresses in the memory. */
interface VectorExports {
  project(vector: number, directions: number, count: number, bytes: number, out: number): void;
  halves(from: number, to: number, count: number): void;
}

const PAGE_BYTES = 1 << 16;
/** From here on the memory is the caller's. */
export const VECTORS_AT = 1 << 12;

/** @returns the module with a memory of so many bytes of its caller's; null where the machine cannot run it, or has no room */
export function vectorModule(bytes: number): { readonly buffer: ArrayBuffer; readonly vectors: VectorExports } | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(vectorsBytes), (character) => character.charCodeAt(0)));
    const memory = new WebAssembly.Memory({ initial: Math.ceil((VECTORS_AT + bytes) / PAGE_BYTES) });
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    return { buffer: memory.buffer, vectors: exports as VectorExports };
  } catch {
    // No vectors, no room, or a policy against compiling: JavaScript does the same.
    return null;
  }
}
