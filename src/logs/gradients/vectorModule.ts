import { vectorsBytes } from './vectorsBytes';

/** A compiled module, which may be sent to another thread. */
export type VectorModule = object;

/** The part of the platform's WebAssembly in use here; the compiler's own library has none without the DOM. */
declare const WebAssembly: { readonly Module: new (bytes: Uint8Array) => VectorModule } | undefined;
declare function atob(text: string): string;

/** @returns the module of score vectors, src/logs/gradients/assembly; null where the machine cannot run it */
export function vectorModule(): VectorModule | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(vectorsBytes), (character) => character.charCodeAt(0)));
  } catch {
    return null; // no vectors, or a policy against compiling: JavaScript does the same
  }
}
