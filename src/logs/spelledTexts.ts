import { thoughtPaths } from './formats/fieldTexts';
import type { FieldMap } from './formats/logFormat';
import { WantedPaths } from './formats/wantedPaths';
import { formatNamed } from './knownFormats';
import { recordScanner } from './scan/recordScanner';
import { WasmScanner } from './scan/wasmScanner';

const NEWLINE = 0x0a;

/** A text in the bytes of its record, between its quotes. */
export interface SpelledText {
  /** -1: the log does not hold it. */
  start: number;
  end: number;
}

/**
 * Finds where the texts of a record's one sample lie in its bytes, as they are spelled there, without parsing it: in a fifth of the
 * time that JSON.parse takes. Says what `recordTexts` says, or that it cannot tell.
 */
export class SpelledTexts {
  /** Of the last record that was found. */
  readonly prompt: SpelledText = { start: -1, end: -1 };
  readonly response: SpelledText = { start: -1, end: -1 };
  /** The scanner with its memory; null where there is no WebAssembly. */
  readonly wasm: WasmScanner | null;
  readonly #scanner;
  readonly #prompt: number;
  readonly #response: number;
  readonly #thoughts: readonly number[];

  /** @returns null where the format reads a text otherwise than from one field */
  static of(format: string, fields: FieldMap): SpelledTexts | null {
    const isField = (path: string | undefined): boolean => path === undefined || !path.includes('*');
    const plain = formatNamed(format)?.reader(fields, '').plain ?? null;
    return plain !== null && isField(fields.promptText) && isField(fields.response) ? new SpelledTexts(fields) : null;
  }

  private constructor({ promptText, response }: FieldMap) {
    const wanted = new WantedPaths();
    this.#prompt = wanted.add(promptText);
    this.#response = wanted.add(response);
    this.#thoughts = response === undefined ? [] : thoughtPaths(response).map((path) => wanted.add(path));
    this.#scanner = recordScanner({ paths: wanted.paths, vectorPath: -1, plain: null });
    this.wasm = this.#scanner instanceof WasmScanner ? this.#scanner : null;
  }

  /**
   * @param record from its first byte on; more may follow
   * @returns false when the record must be parsed: it is not all of a line, or a text of it is no string
   */
  find(record: Uint8Array): boolean {
    const newline = record.indexOf(NEWLINE);
    return this.#scanner.scan(record, 0, newline < 0 ? record.length : newline) < 0 && this.#note(this.wasm?.window ?? 0);
  }

  /** As `find`, of a record at [start..end) of the memory of `wasm`. */
  findHeld(wasm: WasmScanner, start: number, end: number): boolean {
    return wasm.scanHeld(start, wasm.newline(start, end)) < 0 && this.#note(start);
  }

  /** @param start of the record, where the scanner has it */
  #note(start: number): boolean {
    if (this.#thoughts.some((path) => this.#scanner.record.kind(path) !== 'missing')) return false;
    return this.#noteText(this.#prompt, this.prompt, start) && this.#noteText(this.#response, this.response, start);
  }

  #noteText(path: number, text: SpelledText, base: number): boolean {
    const { record } = this.#scanner;
    const start = path < 0 ? -1 : record.stringStart(path);
    text.start = start < 0 ? -1 : start - base;
    text.end = start < 0 ? -1 : record.stringEnd(path) - base;
    return start >= 0 || path < 0 || record.kind(path) === 'missing' || record.isNull(path);
  }
}
