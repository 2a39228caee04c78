import { decodeUtf8 } from './decodeUtf8';
import { parseJsonText } from './parseJsonText';
import { pathSteps, pathTrie, type PathTrie } from './pathTrie';
import type { RecordScanner } from './recordScanner';
import { powersOfFive } from './powersOfFive';
import { PLACE, ScannedRecord } from './scannedRecord';
import { instantiateScanner, MOST_PAGES, PAGE_BYTES, type ScannerExports, type WasmMemory } from './scannerModule';
import { trieMemory } from './trieMemory';

/** Numbers before the places of a record in the table: where it begins, what is wrong (-1: nothing), where it ends, lines before it. */
export const RECORD_HEAD = 4;

const TREE = 1 << 12;
const TABLE_BYTES = 1 << 20;
/** The scanner reads whole vectors, and ends a record with a byte of its own. */
const SLACK = 128;
/** A memory that a giant record made is given back. */
const LARGE_PAGES = (64 << 20) / PAGE_BYTES;

/** What scanLines left of lines, in the scanner's memory. */
export interface ScannedLines {
  readonly count: number;
  /** Just past the last line end that was passed. */
  readonly stoppedAt: number;
  readonly linesPassed: number;
}

/** The scanner in WebAssembly with its memory: tree of paths, table of records, and a window for bytes, which grows as needed. */
export class WasmScanner implements RecordScanner {
  readonly record: ScannedRecord;
  /** All of the memory. Replaced when it grows. */
  bytes: Uint8Array;
  numbers: Int32Array;
  /** From here on bytes may be put. */
  readonly window: number;
  /** Of a record in the table, in numbers. */
  readonly stride: number;
  /** Where the table begins, as an index into `numbers`. */
  readonly table: number;
  readonly #most: number;
  readonly #trie: PathTrie;
  readonly #scanner: ScannerExports;

  readonly #vectorPath: number;
  /** Room for the numbers of vectors; 0: there is none. */
  #doubles = 0;

  /**
   * @param vectorPath the path whose arrays of numbers are wanted as doubles; -1: none
   * @returns null where it cannot run
   */
  static on(paths: readonly string[], vectorPath = -1): WasmScanner | null {
    const trie = pathTrie(paths);
    const tree = trieMemory(trie, TREE);
    const open = align(TREE + tree.length);
    const deepest = paths.reduce((most, path) => Math.max(most, pathSteps(path).length), 0);
    const fives = align(open + (deepest + 2) * 8);
    const powers = vectorPath < 0 ? new BigUint64Array(0) : powersOfFive();
    const table = align(fives + powers.byteLength);
    const stride = RECORD_HEAD + paths.length * PLACE;
    const window = align(table + Math.max(TABLE_BYTES, stride * 4));
    let made: WasmScanner | null = null;
    const found = instantiateScanner(Math.ceil((window + SLACK) / PAGE_BYTES) + 1, {
      escapedKey: (parent, start, end) => (made === null ? 0 : made.#escapedKey(parent, start, end)),
      number: (start, end) => (made === null ? NaN : Number(decodeUtf8(made.bytes, start, end))),
    });
    if (found === null) return null;
    new Uint8Array(found.memory.buffer).set(tree, TREE);
    new BigUint64Array(found.memory.buffer).set(powers, fives / 8);
    found.scanner.setPaths(TREE, paths.length, trie.bare, open);
    found.scanner.setPowersOfFive(fives);
    made = new WasmScanner(paths, vectorPath, trie, found.memory, found.scanner, table, window);
    return made;
  }

  private constructor(
    paths: readonly string[], vectorPath: number, trie: PathTrie, readonly memory: WasmMemory, scanner: ScannerExports, table: number, window: number,
  ) {
    this.stride = RECORD_HEAD + paths.length * PLACE;
    this.window = window;
    this.table = table >> 2;
    this.#most = Math.floor((window - table) / 4 / this.stride);
    this.#vectorPath = vectorPath;
    this.#trie = trie;
    this.#scanner = scanner;
    this.record = new ScannedRecord(paths.length);
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
    const { window, record } = this;
    const last = window + end - start;
    this.reserve(last);
    this.bytes.set(bytes.subarray(start, end), window);
    const wrong = this.#scanner.scanRecord(window, last, this.table << 2);
    record.bytes = this.bytes;
    record.places = this.numbers;
    record.at = this.table + RECORD_HEAD;
    this.numbers[this.table + 1] = -1;
    if (wrong < 0) this.#parseVectors(1);
    return wrong < 0 ? -1 : wrong - window + start;
  }

  /** Scans lines whose bytes lie at [start..end), the last of them a line end, into the table, as many as it has room for. */
  scanLines(start: number, end: number): ScannedLines {
    const scanner = this.#scanner;
    const count = scanner.scanLines(start, end, this.table << 2, this.#most);
    this.#parseVectors(count);
    return { count, stoppedAt: scanner.stoppedAt.value, linesPassed: scanner.linesPassed.value };
  }

  /** @returns the first line end in [start..end), `end` when there is none */
  newline(start: number, end: number): number {
    return this.#scanner.newline(start, end);
  }

  #parseVectors(records: number): void {
    if (this.#doubles > 0) this.#scanner.parseVectors(this.table << 2, records, this.#vectorPath, this.#doubles);
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

function align(address: number): number {
  return (address + 63) & ~63;
}
