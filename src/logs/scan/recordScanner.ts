import { PortableScanner } from './portableScanner';
import type { ScannedRecord } from './scannedRecord';
import { WasmScanner, type ScanWish } from './wasmScanner';

/**
 * Checks that the bytes of a record are JSON, exactly the language of JSON.parse plus the numbers NaN, Infinity and
 * -Infinity, and notes on the way where the values at the wanted paths lie. When a key is repeated the last one wins, as in
 * JSON.parse.
 */
export interface RecordScanner {
  /** What the last scan left. */
  readonly record: ScannedRecord;
  /**
   * @returns -1 when bytes[start..end) are one JSON value, else the offset of the first byte that cannot be; `end` when
   * the bytes end too early.
   */
  scan(bytes: Uint8Array, start: number, end: number): number;
}

/** The fastest scanner that this machine can run. */
export function recordScanner(wish: ScanWish): WasmScanner | PortableScanner {
  return WasmScanner.on(wish) ?? new PortableScanner(wish.paths);
}
