import { align } from '../logs/scan/scannerLayout';
import type { WasmScanner } from '../logs/scan/wasmScanner';
import type { SpelledTexts } from '../logs/spelledTexts';
import type { TextPatterns } from './textPatterns';

/** What is scanned is read some bytes beyond its end. */
const SLACK = 64;
/** Where there are more misses than one in so many bytes, the pattern over the whole block is faster. */
const MISS_BYTES = 1024;

/**
 * Finds where a text is spelled in blocks of bytes. Where it can, the blocks are read into the memory of the scanner and looked
 * through there, sixteen bytes at a time and without a copy; elsewhere, or where no letter of the text has but one spelling, as
 * strings by a pattern, which takes two to four times as long.
 */
export class TextFinder {
  /** Room for blocks of so many bytes, which need no copy; null: there is none. */
  readonly buffers: readonly [Buffer, Buffer] | null;
  /** The block that is looked into. */
  bytes: Buffer = Buffer.alloc(0);
  readonly #patterns: TextPatterns;
  readonly #spelled: SpelledTexts | null;
  readonly #wasm: WasmScanner | null;
  /** Where a block goes that was read elsewhere. */
  readonly #copies: number = 0;
  /** Of the block, in the scanner's memory. */
  #place = 0;
  /** The block as Latin-1, once it is needed. */
  #latin1: string | null = null;
  /** Places in the block where the plain part is and the text is not. */
  #misses = 0;

  /** @param spelled finds the texts of a record; null: nothing does */
  constructor(patterns: TextPatterns, spelled: SpelledTexts | null, blockBytes: number) {
    this.#patterns = patterns;
    this.#spelled = spelled;
    this.#wasm = spelled?.wasm ?? null;
    this.buffers = null;
    if (this.#wasm === null) return;
    const { plain } = patterns;
    const first = align(this.#wasm.window + (plain === null ? 0 : 2 * plain.spellings[0].length) + SLACK);
    const second = align(first + blockBytes + SLACK);
    this.#copies = align(second + blockBytes + SLACK);
    this.#wasm.reserve(this.#copies);
    if (plain !== null) this.#wasm.setText(this.#wasm.window, plain.spellings);
    const { buffer } = this.#wasm.memory;
    this.buffers = [Buffer.from(buffer, first, blockBytes), Buffer.from(buffer, second, blockBytes)];
  }

  /** From now on places are those in this block. */
  turnTo(bytes: Buffer): void {
    this.bytes = bytes;
    this.#latin1 = null;
    this.#misses = 0;
    if (this.#wasm === null) return;
    const isHeld = this.buffers?.some(({ buffer }) => buffer === bytes.buffer) === true;
    this.#place = isHeld ? bytes.byteOffset : this.#copies;
    if (isHeld) return;
    this.#wasm.reserve(this.#copies + bytes.length);
    this.#wasm.bytes.set(bytes, this.#copies);
  }

  /** @returns where the text is first spelled in [from..to), be it in a text or not; -1 when it is not */
  next(from: number, to: number): number {
    const { plain, only } = this.#patterns;
    if (this.#wasm !== null && plain !== null && this.#misses * MISS_BYTES <= this.bytes.length) return this.#nextPlain(this.#wasm, from, to, plain.before, plain.after);
    if (only === null) return this.#nextMatch(from, to);
    const found = this.bytes.subarray(from, to).indexOf(only);
    return found < 0 ? -1 : from + found;
  }

  /** Finds the texts of a record of the block, for `spelled`. @returns false when the record must be parsed */
  findTexts(from: number, to: number): boolean {
    if (this.#spelled === null) return false;
    return this.#wasm === null ? this.#spelled.find(this.bytes.subarray(from, to)) : this.#spelled.findHeld(this.#wasm, this.#place + from, this.#place + to);
  }

  /** Only where the plain part is, the pattern is tried. */
  #nextPlain(wasm: WasmScanner, from: number, to: number, before: number, after: number): number {
    for (let at = from; ; at++) {
      const found = wasm.findText(this.#place + at, this.#place + to);
      if (found < 0) return -1;
      at = found - this.#place;
      if (before === 0 && after === 0) return at;
      const begin = Math.max(from, at - before);
      const length = this.#patterns.plain?.spellings[0].length ?? 0;
      const around = this.bytes.toString('latin1', begin, Math.min(to, at + length + after));
      const match = this.#match(around);
      if (match >= 0) return begin + match;
      if (++this.#misses * MISS_BYTES > this.bytes.length) return this.#nextMatch(from, to);
    }
  }

  #nextMatch(from: number, to: number): number {
    this.#latin1 ??= this.bytes.toString('latin1');
    const found = this.#match(this.#latin1.slice(from, to));
    return found < 0 ? -1 : from + found;
  }

  #match(latin1: string): number {
    const { bytes: pattern } = this.#patterns;
    pattern.lastIndex = 0;
    return pattern.exec(latin1)?.index ?? -1;
  }
}
