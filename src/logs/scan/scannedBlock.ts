import type { NumberedPrompts } from './plainRows';
import type { ScannedLines, WasmScanner } from './wasmScanner';

/** Where, in a scanner's memory, a piece of a file lies: the end of a line, whole lines that are scanned, the start of a line. */
export interface BlockPlaces extends ScannedLines {
  /** The piece. */
  readonly start: number;
  readonly end: number;
  /** Just past its first line end: what comes before belongs to a line that began in an earlier piece. */
  readonly firstLine: number;
  /** Where the table of records begins, and the rows, as indices into `numbers`. */
  readonly table: number;
  readonly rows: number;
  /** Likewise the names of prompts. */
  readonly names: number;
}

/** The piece with the memory itself. */
export interface ScannedBlock extends BlockPlaces {
  readonly bytes: Uint8Array;
  readonly numbers: Int32Array;
  readonly prompts: NumberedPrompts;
}

const NEWLINE = 0x0a;

/** Scans the lines that lie whole between the first and the last line end of the bytes in the window. */
export function scanBlock(scanner: WasmScanner, length: number): BlockPlaces {
  const { window: start, bytes, table, rows, names } = scanner;
  const end = start + length;
  const first = scanner.newline(start, end);
  const firstLine = Math.min(first + 1, end);
  const lastLine = first === end ? end : bytes.lastIndexOf(NEWLINE, end - 1) + 1;
  const lines = first === end ? { count: 0, kept: 0, generation: 0, stoppedAt: end, linesPassed: 0 } : scanner.scanLines(firstLine, lastLine);
  return { start, end, firstLine, table, rows, names, ...lines };
}
