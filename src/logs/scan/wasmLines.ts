import type { ScannedSink } from './recordSource';
import { LONGEST_RECORD, TOO_LONG, type RecordSplitter } from './recordSplitter';
import type { ScannedBlock } from './scannedBlock';
import { RECORD, ROW, rowLines, rowStart } from './plainRows';
import { RECORD_HEAD } from './scannerLayout';
import { WasmScanner, type ScanWish } from './wasmScanner';
import { whyMalformed } from './whyMalformed';

const NEWLINE = 0x0a;
/** So many bytes are copied, or read, into the scanner's memory at a time: what is scanned is still in the cache. */
export const BLOCK_BYTES = 1 << 20;

/**
 * One record a line, as LineSplitter has it, scanned by many lines at once in the scanner's own memory. A line that is cut
 * over chunks waits in the window for its end.
 */
export class WasmLines implements RecordSplitter {
  #line = 1;
  /** Bytes in the window whose line has not ended. */
  #waiting = 0;
  /** The line in hand is longer than LONGEST_RECORD and is left out: so many bytes of it. */
  #tooLong = 0;

  #scanner: WasmScanner;
  #offset: number;
  readonly #sink: ScannedSink;

  /** @param offset of the first byte pushed, in the file; it starts line 1 */
  constructor(readonly wish: ScanWish, scanner: WasmScanner, sink: ScannedSink, offset: number) {
    this.#scanner = scanner;
    this.#sink = sink;
    this.#offset = offset;
  }

  get lines(): number {
    return this.#waiting + this.#tooLong > 0 ? this.#line : this.#line - 1;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += BLOCK_BYTES) {
      const part = chunk.subarray(at, at + BLOCK_BYTES);
      this.room(part.length).set(part);
      this.filled(part.length);
    }
  }

  /** Another scanner for the same records; null where there is no memory for it. */
  another(): WasmScanner | null {
    return WasmScanner.on(this.wish);
  }

  /** Where the next bytes of the file may be written; `filled` takes them. */
  room(bytes: number): Uint8Array {
    if (this.#waiting > LONGEST_RECORD || this.#tooLong > 0) {
      this.#tooLong += this.#waiting;
      this.#waiting = 0;
    }
    if (this.#waiting === 0 && this.#scanner.isLarge) this.#scanner = WasmScanner.on(this.wish) ?? this.#scanner;
    const scanner = this.#scanner;
    const start = scanner.window + this.#waiting;
    scanner.reserve(start + bytes);
    return scanner.bytes.subarray(start, start + bytes);
  }

  /** So many bytes were written into the room. */
  filled(bytes: number): void {
    const scanner = this.#scanner;
    const { window } = scanner;
    let start = window;
    const end = start + this.#waiting + bytes;
    const first = scanner.newline(start + this.#waiting, end);
    this.#waiting = end - start;
    if (first === end) return;
    if (this.#tooLong > 0) {
      this.#sink.broken(this.#line++, TOO_LONG);
      this.#offset += this.#tooLong + first + 1 - start;
      this.#tooLong = 0;
      start = first + 1;
    }
    const last = scanner.bytes.lastIndexOf(NEWLINE, end - 1) + 1;
    while (start < last) start = this.#scan(start, last);
    scanner.bytes.copyWithin(window, last, end);
    this.#waiting = end - last;
  }

  /** Takes the next bytes of the file where another scanner has scanned the lines that lie whole in them. */
  pushScanned(block: ScannedBlock): void {
    this.push(block.bytes.subarray(block.start, block.firstLine));
    this.#give(block, block.firstLine);
    this.push(block.bytes.subarray(block.stoppedAt, block.end));
  }

  end(): void {
    const scanner = this.#scanner;
    const sink = this.#sink;
    if (this.#tooLong > 0) sink.broken(this.#line, TOO_LONG);
    else if (this.#waiting > 0) {
      const bytes = scanner.bytes.slice(scanner.window, scanner.window + this.#waiting);
      const start = bytes.findIndex((byte) => byte !== 0x20 && byte !== 0x0d && byte !== 0x09);
      if (start < 0) return;
      const wrong = scanner.scan(bytes, start, bytes.length);
      if (wrong >= 0) sink.broken(this.#line, whyMalformed(bytes, start, bytes.length, wrong, true));
      else {
        scanner.record.line = this.#line;
        sink.record(scanner.record, this.#offset + start);
      }
    }
  }

  /** @returns where the lines in [start..end) stop that the table had room for */
  #scan(start: number, end: number): number {
    const { bytes, numbers, table, rows, names, prompts } = this.#scanner;
    const lines = this.#scanner.scanLines(start, end);
    this.#give({ bytes, numbers, table, rows, names, prompts, ...lines }, start);
    return lines.stoppedAt;
  }

  /** Hands on the records of scanned lines, of which the first begins at an address. */
  #give({ bytes, numbers, table, rows, names, prompts, generation, count, kept: others, stoppedAt, linesPassed }: Omit<ScannedBlock, 'start' | 'end' | 'firstLine'>, start: number): void {
    const sink = this.#sink;
    const { record, stride } = this.#scanner;
    record.bytes = bytes;
    record.places = numbers;
    if (count > 0) prompts.turnTo(generation);
    const lengthUnit = this.wish.plain?.lengthUnit ?? 'unknown';
    for (let row = rows, last = rows + count * ROW; row < last; row += ROW) {
      const first = row;
      if (others === 0) row = last;
      while (row < last && (numbers[row + RECORD] as number) < 0) row += ROW;
      if (row > first) sink.plain?.({ numbers, first, count: (row - first) / ROW, prompts, bytes, names, offset: this.#offset - start, line: this.#line, file: 0, lengthUnit, lengthsCount: true });
      if (row === last) break;
      const from = rowStart(numbers, row);
      const offset = this.#offset + from - start;
      const line = this.#line + rowLines(numbers, row);
      const kept = numbers[row + RECORD] as number;
      const at = table + kept * stride;
      const wrong = numbers[at] as number;
      if (wrong >= 0) {
        sink.broken(line, whyMalformed(bytes, from, numbers[at + 1] as number, wrong, false));
        continue;
      }
      record.at = at + RECORD_HEAD;
      record.line = line;
      sink.record(record, offset);
    }
    this.#line += linesPassed;
    this.#offset += stoppedAt - start;
  }
}
