import { decodeUtf8 } from './decodeUtf8';
import { GrowingBytes } from './growingBytes';
import { parseJsonText } from './parseJsonText';
import { pathSteps } from './pathTrie';
import { LONGEST_RECORD, TOO_LONG, type RecordPlace, type RecordSplitter, type SplitterSink } from './recordSplitter';
import { t } from '../../texts/t';

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, COLON = 0x3a, NEWLINE = 0x0a;
const OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d, OPEN_ARRAY = 0x5b, CLOSE_ARRAY = 0x5d;

/** What the next byte belongs to. */
const enum Mode { value, memberOrEnd, key, colon, after, inside, dead }

/**
 * Records inside one JSON document, however it is laid out over lines, found by path and in bounded memory:
 * "" is each top-level value, "*" each element of an array (or member of an object), "results.*" each element below
 * `results`, "1.*" each member of an array's second element. Records are only cut out here; the scanner checks them.
 */
export class DocumentSplitter implements RecordSplitter {
  readonly #steps: readonly string[];
  readonly #place: RecordPlace = { offset: 0, line: 1, key: null, last: false };
  readonly #pending = new GrowingBytes();
  readonly #keyBytes = new GrowingBytes();
  #mode = Mode.value;
  /** The open containers on the way to the records; true: an array. */
  readonly #open: boolean[] = [];
  /** For each of them, the element in hand; of an object, 0. */
  readonly #elements: number[] = [];
  /** The value in hand is a record or leads to one. */
  #wanted = true;
  #key: string | null = null;
  /** While inside a value: is it a record, how deep, in a string, after a backslash, a bare word. */
  #isRecord = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #bareWord = false;
  #offset: number;
  #line = 1;
  #lineHasBytes = false;
  readonly #sink: SplitterSink;

  constructor(path: string, sink: SplitterSink, offset: number) {
    this.#sink = sink;
    this.#steps = path === '' ? [] : pathSteps(path);
    this.#offset = offset;
  }

  get lines(): number {
    return this.#lineHasBytes ? this.#line : this.#line - 1;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    /** Where the record's bytes in this chunk begin. */
    let from = 0;
    const length = chunk.length;
    while (at < length && this.#mode !== Mode.dead) {
      if (this.#mode === Mode.inside) {
        at = this.#passValue(chunk, at);
        if (at < 0) break;
        if (this.#isRecord) this.#emit(chunk, from, at, false);
        this.#afterValue();
        continue;
      }
      const byte = chunk[at] as number;
      if (this.#mode === Mode.key) {
        at = this.#passKey(chunk, at);
        continue;
      }
      if (byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === NEWLINE) {
        if (byte === NEWLINE) this.#line++;
        at++;
        continue;
      }
      if (this.#mode === Mode.value) {
        if (this.#startValue(byte)) {
          from = at;
          this.#place.offset = this.#offset + at;
          this.#place.line = this.#line;
          if (this.#bareWord) at++;
        } else at++;
      } else {
        this.#passPunctuation(byte);
        at++;
      }
    }
    if (this.#mode === Mode.inside && this.#isRecord) this.#keep(chunk, from, length);
    this.#offset += length;
    if (length > 0) this.#lineHasBytes = chunk[length - 1] !== NEWLINE;
  }

  end(): void {
    if (this.#mode === Mode.inside && this.#isRecord) {
      const whole = this.#bareWord && this.#open.length === 0;
      this.#place.last = !whole;
      this.#emit(this.#pending.bytes, this.#pending.length, this.#pending.length, !whole);
    } else if (this.#mode !== Mode.dead && (this.#open.length > 0 || this.#mode !== Mode.value)) {
      this.#sink.broken(this.#line, t`cut off: the file ends before its outermost bracket is closed`);
    }
    this.#mode = Mode.dead;
  }

  /** @returns whether the byte starts a value that is passed over or cut out; false: it opened a container on the way */
  #startValue(byte: number): boolean {
    const level = this.#open.length;
    if (byte === CLOSE_ARRAY && this.#open[level - 1] === true) {
      this.#close();
      return false;
    }
    // Between documents in a row; some writers put commas there.
    if (level === 0 && byte === COMMA) return false;
    if (byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      this.#die(byte);
      return false;
    }
    this.#isRecord = this.#wanted && level === this.#steps.length;
    if (this.#wanted && !this.#isRecord && (byte === OPEN_OBJECT || byte === OPEN_ARRAY)) {
      this.#open.push(byte === OPEN_ARRAY);
      this.#elements.push(0);
      this.#mode = byte === OPEN_ARRAY ? Mode.value : Mode.memberOrEnd;
      this.#wanted = byte === OPEN_ARRAY && this.#leads('0');
      this.#key = null;
      return false;
    }
    this.#mode = Mode.inside;
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#bareWord = byte !== QUOTE && byte !== OPEN_OBJECT && byte !== OPEN_ARRAY;
    return true;
  }

  /** @returns just past the value that is being passed over, -1 when the chunk ends first */
  #passValue(chunk: Uint8Array, at: number): number {
    const length = chunk.length;
    for (; at < length; at++) {
      const byte = chunk[at] as number;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inString = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (this.#bareWord) {
        if (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT || byte <= 0x20) return at;
        continue;
      } else if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        if (--this.#depth === 0) return at + 1;
      }
      if (byte === NEWLINE) this.#line++;
    }
    return -1;
  }

  #passKey(chunk: Uint8Array, at: number): number {
    const from = at;
    for (; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.#escaped) this.#escaped = false;
      else if (byte === BACKSLASH) this.#escaped = true;
      else if (byte === QUOTE) {
        this.#keyBytes.append(chunk, from, at + 1);
        const key = parseJsonText(decodeUtf8(this.#keyBytes.bytes, 0, this.#keyBytes.length));
        this.#key = typeof key === 'string' ? key : '';
        this.#keyBytes.clear();
        this.#wanted = this.#leads(this.#key);
        this.#mode = Mode.colon;
        return at + 1;
      }
      if (byte === NEWLINE) this.#line++;
    }
    this.#keyBytes.append(chunk, from, at);
    return at;
  }

  #passPunctuation(byte: number): void {
    const inArray = this.#open[this.#open.length - 1] === true;
    if (this.#mode === Mode.colon && byte === COLON) this.#mode = Mode.value;
    else if (this.#mode === Mode.memberOrEnd && byte === QUOTE) {
      this.#mode = Mode.key;
      this.#escaped = false;
      this.#keyBytes.append(Uint8Array.of(QUOTE), 0, 1);
    } else if (this.#mode === Mode.after && byte === COMMA) {
      this.#mode = inArray ? Mode.value : Mode.memberOrEnd;
      const element = (this.#elements.pop() ?? 0) + 1;
      this.#elements.push(element);
      this.#wanted = inArray && this.#leads(String(element));
    } else if (this.#mode !== Mode.colon && byte === (inArray ? CLOSE_ARRAY : CLOSE_OBJECT)) this.#close();
    else this.#die(byte);
  }

  /** Whether a member of the innermost open container is a record or on the way to one. */
  #leads(key: string): boolean {
    const step = this.#steps[this.#open.length - 1];
    return step === '*' || step === key;
  }

  #close(): void {
    this.#open.pop();
    this.#elements.pop();
    this.#afterValue();
  }

  #afterValue(): void {
    this.#key = null;
    this.#mode = this.#open.length === 0 ? Mode.value : Mode.after;
    this.#wanted = this.#open.length === 0;
  }

  #emit(chunk: Uint8Array, from: number, to: number, last: boolean): void {
    const pending = this.#pending;
    const place = this.#place;
    place.key = this.#key;
    place.last = last;
    if (pending.length === 0) this.#sink.record(chunk, from, to, place);
    else {
      if (to > from) this.#keep(chunk, from, to);
      if (this.#isRecord) this.#sink.record(pending.bytes, 0, pending.length, place);
    }
    pending.clear();
  }

  #keep(chunk: Uint8Array, from: number, to: number): void {
    if (this.#pending.length + to - from <= LONGEST_RECORD && this.#pending.append(chunk, from, to)) return;
    this.#sink.broken(this.#place.line, TOO_LONG);
    this.#pending.clear();
    this.#isRecord = false;
  }

  #die(byte: number): void {
    const shown = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : t`byte ${byte}`;
    this.#sink.broken(this.#line, t`not JSON: ${shown} cannot stand here; the rest of the file is not read`);
    this.#mode = Mode.dead;
  }
}
