import type { JsonValue } from '../formats/logFormat';
import { isList } from '../isList';
import { decodeUtf8 } from './decodeUtf8';
import { digest } from './digest';
import { elementSizes } from './elementSizes';
import { Kind } from './kind';
import { parseJsonText } from './parseJsonText';
import type { RecordView, ValueKind } from './recordView';
import { textKey } from './textKey';
import { utf8Bytes } from './utf8Bytes';

const KIND_NAMES: readonly ValueKind[] = ['missing', 'null', 'true', 'false', 'number', 'string', 'string', 'array', 'object', 'array'];

/** Bytes at either end of a value that its mark depends on. */
const MARKED_BYTES = 48;

/** Numbers that say where a value is: its kind, where it begins and where it ends, in bytes. */
export const PLACE = 3;

/** What a scanner leaves of a record: per wanted path, what kind of value it is and where it lies in the bytes. */
export class ScannedRecord implements RecordView {
  line = 0;
  key: string | null = null;
  bytes: Uint8Array = new Uint8Array(0);
  /** PLACE numbers a path, from `at` on. A scanner that finds many records at once moves `at` on from one to the next. */
  places: Int32Array;
  at = 0;
  /** The last string at each path: ids and runs mostly repeat from record to record. */
  readonly #lastText: string[] = [];

  constructor(paths: number) {
    this.places = new Int32Array(paths * PLACE);
  }

  kind(path: number): ValueKind {
    return KIND_NAMES[this.#kindAt(path)] as ValueKind;
  }

  string(path: number): string | null {
    const kind = this.#kindAt(path);
    if (kind === Kind.string) return this.#textOf(path, 1);
    if (kind !== Kind.escapedString) return null;
    const value = this.json(path);
    return typeof value === 'string' ? value : null;
  }

  number(path: number): number {
    const kind = this.#kindAt(path);
    if (kind === Kind.true) return 1;
    if (kind === Kind.false) return 0;
    if (kind !== Kind.number) return NaN;
    const start = this.#startAt(path);
    const end = this.#endAt(path);
    // Whole numbers of up to nine digits, which most are, need no text.
    if (end - start <= 9) {
      let whole = 0;
      for (let at = start; at < end; at++) {
        const digit = (this.bytes[at] as number) - 0x30;
        if (digit < 0 || digit > 9) return Number(this.#textOf(path, 0));
        whole = whole * 10 + digit;
      }
      return whole;
    }
    return Number(this.#textOf(path, 0));
  }

  boolean(path: number): boolean | null {
    const kind = this.#kindAt(path);
    return kind === Kind.true ? true : kind === Kind.false ? false : null;
  }

  isNull(path: number): boolean {
    return this.#kindAt(path) === Kind.null;
  }

  json(path: number): JsonValue | undefined {
    switch (this.#kindAt(path)) {
      case Kind.missing: return undefined;
      case Kind.null: return null;
      case Kind.true: return true;
      case Kind.false: return false;
      case Kind.string: return this.#textOf(path, 1);
      case Kind.numbers: return Array.from(this.numbers(path) ?? [], (value) => (Number.isNaN(value) ? null : value));
      default: return parseJsonText(decodeUtf8(this.bytes, this.#startAt(path), this.#endAt(path)));
    }
  }

  numbers(path: number): Float64Array | null {
    const kind = this.#kindAt(path);
    if (kind === Kind.numbers) return new Float64Array(this.bytes.buffer, this.#startAt(path), (this.#endAt(path) - this.#startAt(path)) / 8);
    if (kind !== Kind.array) return null;
    const values = this.json(path);
    if (!isList(values)) return null;
    const numbers = new Float64Array(values.length);
    for (let at = 0; at < numbers.length; at++) {
      const value: JsonValue | undefined = values[at];
      if (typeof value === 'number') numbers[at] = value;
      else if (value === null) numbers[at] = NaN;
      else return null;
    }
    return numbers;
  }

  digest(path: number): string | null {
    const kind = this.#kindAt(path);
    if (kind === Kind.missing) return null;
    const start = this.#startAt(path);
    const end = this.#endAt(path);
    // A string without escapes lies there as its own UTF-8; others are brought to one spelling first. Chat messages and other
    // structures are told apart as they are written.
    if (kind === Kind.string) return digest(this.bytes, start + 1, end - 1);
    if (kind !== Kind.escapedString) return digest(this.bytes, start, end);
    const bytes = utf8Bytes(this.string(path) ?? '');
    return digest(bytes, 0, bytes.length);
  }

  textKey(path: number): number {
    const kind = this.#kindAt(path);
    const start = this.#startAt(path);
    const end = this.#endAt(path);
    if (kind === Kind.string) return end - start === 2 ? NaN : textKey(this.bytes, start + 1, end - 1);
    if (kind === Kind.missing || kind === Kind.null) return NaN;
    if (kind !== Kind.escapedString) return textKey(this.bytes, start, end);
    const bytes = utf8Bytes(this.string(path) ?? '');
    return textKey(bytes, 0, bytes.length);
  }

  size(path: number): number {
    const kind = this.#kindAt(path);
    if (kind === Kind.missing || kind === Kind.null) return NaN;
    const bytes = this.#endAt(path) - this.#startAt(path);
    return kind === Kind.string || kind === Kind.escapedString ? bytes - 2 : bytes;
  }

  elementSizes(path: number): number[] | null {
    return this.#kindAt(path) === Kind.array ? elementSizes(this.bytes, this.#startAt(path), this.#endAt(path)) : null;
  }

  mark(path: number): number {
    if (this.#kindAt(path) === Kind.missing) return 0;
    const start = this.#startAt(path);
    const end = this.#endAt(path);
    const whole = Math.min(end - start, MARKED_BYTES) & ~3;
    let first = 0;
    let last = end - start;
    for (let at = 0; at < whole; at += 4) {
      first = Math.imul(first ^ this.#wordAt(start + at), 0x01000193);
      last = Math.imul(last ^ this.#wordAt(end - 4 - at), 0x01000193);
    }
    if (whole === 0) for (let at = start; at < end; at++) first = Math.imul(first ^ (this.bytes[at] as number), 0x01000193);
    return (first ^ ((last << 15) | (last >>> 17))) >>> 0 || 1;
  }

  /** The number as the log writes it, so that ids above 2^53 keep their digits; the text of a string. */
  text(path: number): string | null {
    return this.#kindAt(path) === Kind.number ? this.#textOf(path, 0) : this.string(path);
  }

  /** Where a string begins in `bytes`, after its quote; -1 when the value is not a string. */
  stringStart(path: number): number {
    const kind = this.#kindAt(path);
    return kind === Kind.string || kind === Kind.escapedString ? this.#startAt(path) + 1 : -1;
  }

  /** Where a string ends, before its quote. */
  stringEnd(path: number): number {
    return this.#endAt(path) - 1;
  }

  #wordAt(at: number): number {
    const { bytes } = this;
    return (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
  }

  #kindAt(path: number): number {
    return this.places[this.at + path * PLACE] as number;
  }

  #startAt(path: number): number {
    return this.places[this.at + path * PLACE + 1] as number;
  }

  #endAt(path: number): number {
    return this.places[this.at + path * PLACE + 2] as number;
  }

  /** The bytes of a value that needs no parsing, less `trim` at either end. */
  #textOf(path: number, trim: number): string {
    const start = this.#startAt(path) + trim;
    const end = this.#endAt(path) - trim;
    const last = this.#lastText[path];
    if (last !== undefined && last.length === end - start && this.#isAscii(last, start)) return last;
    const text = decodeUtf8(this.bytes, start, end);
    if (end - start <= 64) this.#lastText[path] = text;
    return text;
  }

  #isAscii(text: string, start: number): boolean {
    for (let at = text.length - 1; at >= 0; at--) {
      const code = text.charCodeAt(at);
      if (code >= 0x80 || this.bytes[start + at] !== code) return false;
    }
    return true;
  }
}
