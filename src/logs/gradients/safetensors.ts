import type { HeaderResult } from './gradientLayout';

/** Reads a safetensors header from the first bytes of the file. Call with 8 bytes or more; on "needs", with that many. */
export function safetensorsHeader(head: Uint8Array, fileBytes: number): HeaderResult {
  return { kind: 'needs', bytes: head.length + fileBytes };
}
