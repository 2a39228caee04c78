import { decodeUtf8 } from './decodeUtf8';
import { parseJsonText } from './parseJsonText';
import { pathTrie, type PathTrie } from './pathTrie';
import { plainFieldNumbers, type PlainFields } from './plainFields';
import type { RecordScanner } from './recordScanner';
import { powersOfFive } from './powersOfFive';
import { ScannedRecord } from './scannedRecord';
import { NumberedPrompts } from './plainRows';
import { align, RECORD_HEAD, scannerLayout, type ScannerLayout } from './scannerLayout';
import { instantiateScanner, MOST_PAGES, PAGE_BYTES, type ScannerExports, type WasmMemory } from './scannerModule';

/** The scanner reads whole vectors, and ends a record with a byte of its own. */
const SLACK = 128;
/** A memory that a giant record made is given back. */
const LARGE_PAGES = (64 << 20) / PAGE_BYTES;

/** What a scanner is to find. */
export interface ScanWish {
  /** Dotted paths of the values. */
  readonly paths: readonly string[];
  /** The path whose arrays of numbers will all be asked for; -1: none. */
  readonly vectorPath: number;
  /** What makes a record a sample that the scanner can read itself; null: none is. */
  readonly plain: PlainFields | null;
}

/** What scanLines left of lines, in the scanner's memory. */
export interface ScannedLines {
  /** Rows, one a record. */
  readonly count: number;
  /** Those of them that do not say all of their record. */
  readonly kept: number;
  /** Which numbering of prompts the rows follow. */
  readonly generation: number;
  /** Just past the last line end that was passed. */
  readonly stoppedAt: number;
  readonly linesPassed: number;
}

/** The scanner in WebAssembly with its memory: tree of paths, table of records, rows, and a window for bytes, which grows as needed. */
export class WasmScanner implements RecordScanner {
  readonly record: ScannedRecord;
  /** All of the memory. Replaced when it grows. */
  bytes: Uint8Array;
  numbers: Int32Array;
  /** From here on bytes may be put. */
  readonly window: number;
  /** Of a record in the table, in numbers. */
  readonly stride: number;
  /** Where the table of records begins, and the rows, as indices into `numbers`. */
  readonly table: number;
  readonly rows: number;
  /** Likewise the names of prompts. */
  readonly names: number;
  readonly prompts = new NumberedPrompts();
  readonly #layout: ScannerLayout;
  readonly #trie: PathTrie;
  readonly #scanner: ScannerExports;

  readonly #vectorPath: number;
  /** Room for the numbers of vectors; 0: there is none. */
  #doubles = 0;

  /** @returns null where it cannot run */
  static on({ paths, vectorPath, plain }: ScanWish): WasmScanner | null {
    const trie = pathTrie(paths);
    const powers = vectorPath < 0 ? new BigUint64Array(0) : powersOfFive();
    let made: WasmScanner | null = null;
    const found = instantiateScanner({
      escapedKey: (parent, start, end) => (made === null ? 0 : made.#escapedKey(parent, start, end)),
      number: (start, end) => (made === null ? NaN : Number(decodeUtf8(made.bytes, start, end))),
    });
    if (found === null) return null;
    const { memory, scanner } = found;
    const layout = scannerLayout(paths, trie, powers.byteLength, scanner.promptNamesBytes());
    memory.grow(Math.ceil((layout.window + SLACK) / PAGE_BYTES));
    new Uint8Array(memory.buffer).set(layout.treeBytes, layout.tree);
    new BigUint64Array(memory.buffer).set(powers, layout.fives / 8);
    new Int32Array(memory.buffer).set(plainFieldNumbers(plain), layout.plainFields / 4);
    scanner.setPaths(layout.tree, paths.length, trie.bare, layout.open);
    scanner.setPowersOfFive(layout.fives);
    scanner.setPlainFields(layout.plainFields);
    const names = scanner.setPromptNames(layout.promptNames);
    made = new WasmScanner(new ScannedRecord(paths.length), vectorPath, trie, memory, scanner, layout, names >> 2);
    return made;
  }

  private constructor(record: ScannedRecord, vectorPath: number, trie: PathTrie, readonly memory: WasmMemory, scanner: ScannerExports, layout: ScannerLayout, names: number) {
    this.record = record;
    this.stride = layout.stride;
    this.window = layout.window;
    this.table = layout.table >> 2;
    this.rows = layout.rows >> 2;
    this.names = names;
    this.#layout = layout;
    this.#vectorPath = vectorPath;
    this.#trie = trie;
    this.#scanner = scanner;
    this.bytes = new Uint8Array(this.memory.buffer);
    this.numbers = new Int32Array(this.memory.buffer);
    this.#view();
  }

  /** Its memory was grown by a giant record. */
  get isLarge(): boolean {
    return this.bytes.length > LARGE_PAGES * PAGE_BYTES;
  }

  /** Makes room for bytes up to an address. @throws RangeError if the machine has not the memory */
  reserve(end: number): void {
    const free = align(end + SLACK);
    // A number and its comma are two bytes of text or more, and eight as a double.
    const room = align(4 * (end - this.window));
    this.#doubles = this.#vectorPath >= 0 && free + room < MOST_PAGES * PAGE_BYTES ? free : 0;
    const brackets = this.#doubles === 0 ? free : free + room;
    const needed = Math.ceil((brackets + 64) / PAGE_BYTES);
    const has = this.memory.buffer.byteLength / PAGE_BYTES;
    if (needed > has) this.memory.grow(Math.min(Math.max(needed, Math.min(has * 2, MOST_PAGES)), MOST_PAGES) - has);
    if (this.memory.buffer.byteLength !== this.bytes.length) this.#view();
    this.#scanner.setBrackets(brackets);
  }

  /** Scans a copy in the window. */
  scan(bytes: Uint8Array, start: number, end: number): number {
    const { window } = this;
    const last = window + end - start;
    this.reserve(last);
    this.bytes.set(bytes.subarray(start, end), window);
    const wrong = this.scanHeld(window, last);
    return wrong < 0 ? -1 : wrong - window + start;
  }

  /** As `scan`, of bytes that lie in the window already, with room made for them. */
  scanHeld(start: number, end: number): number {
    const { record } = this;
    const behind = this.bytes[end] as number;
    this.#scanner.setVectors(this.#vectorPath, this.#doubles);
    const wrong = this.#scanner.scanRecord(start, end, this.table << 2);
    this.bytes[end] = behind;
    record.bytes = this.bytes;
    record.places = this.numbers;
    record.at = this.table + RECORD_HEAD;
    this.numbers[this.table] = -1;
    if (wrong < 0) this.#parseVectors(1);
    return wrong;
  }

  /** Scans lines whose bytes lie at [start..end), the last of them a line end, into the table, as many as it has room for. */
  scanLines(start: number, end: number): ScannedLines {
    const scanner = this.#scanner;
    const { table, mostRecords, rows, mostRows } = this.#layout;
    scanner.setVectors(this.#vectorPath, this.#doubles);
    const count = scanner.scanLines(start, end, table, mostRecords, rows, mostRows);
    const kept = scanner.recordsKept.value;
    this.#parseVectors(kept);
    return { count, kept, generation: scanner.generation.value, stoppedAt: scanner.stoppedAt.value, linesPassed: scanner.linesPassed.value };
  }

  /** @returns the first line end in [start..end), `end` when there is none */
  newline(start: number, end: number): number {
    return this.#scanner.newline(start, end);
  }

  /**
   * Puts into the window what `findText` is to find, with room made for it.
   * @param spellings of the text, two of the same number of bytes: each of its bytes may be that of either
   */
  setText(at: number, spellings: readonly [Uint8Array, Uint8Array]): void {
    this.bytes.set(spellings[0], at);
    this.bytes.set(spellings[1], at + spellings[0].length);
    this.#scanner.setText(at, spellings[0].length);
  }

  /** @returns where the text first lies in [start..end), which lies in the memory; -1 when it does not */
  findText(start: number, end: number): number {
    return this.#scanner.findText(start, end);
  }

  #parseVectors(records: number): void {
    if (this.#doubles > 0) this.#scanner.parseVectors(this.table << 2, records, this.#vectorPath);
  }

  #view(): void {
    this.bytes = new Uint8Array(this.memory.buffer);
    this.numbers = new Int32Array(this.memory.buffer);
  }

  #escapedKey(parent: number, start: number, end: number): number {
    const key = parseJsonText(decodeUtf8(this.bytes, start - 1, end + 1));
    return this.#trie.members[parent]?.find((member) => member.key === key)?.node ?? 0;
  }
}
