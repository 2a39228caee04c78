import { GrowingBytes } from './growingBytes';
import { LONGEST_RECORD, TOO_LONG, type RecordPlace, type RecordSplitter, type SplitterSink } from './recordSplitter';

const NEWLINE = 0x0a;

/** One record a line. Lines end at \n only: U+2028 and the like may stand inside a JSON string. Blank lines are skipped. */
export class LineSplitter implements RecordSplitter {
  readonly #place: RecordPlace = { offset: 0, line: 1, key: null, last: false };
  /** The start of a line whose end has not come yet. */
  readonly #pending = new GrowingBytes();
  #tooLong = false;
  #offset: number;
  #line: number;
  #lineBytes = 0;
  readonly #sink: SplitterSink;

  /** @param offset of the first byte pushed, in the file; it starts line 1 */
  constructor(sink: SplitterSink, offset: number) {
    this.#sink = sink;
    this.#offset = offset;
    this.#line = 1;
  }

  get lines(): number {
    return this.#lineBytes > 0 ? this.#line : this.#line - 1;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(NEWLINE, from);
      if (newline < 0) break;
      this.#cut(chunk, from, newline, false);
      this.#line++;
      this.#offset += this.#lineBytes + newline + 1 - from;
      this.#lineBytes = 0;
      from = newline + 1;
    }
    if (from === chunk.length) return;
    this.#lineBytes += chunk.length - from;
    if (this.#tooLong) return;
    if (this.#lineBytes <= LONGEST_RECORD && this.#pending.append(chunk, from, chunk.length)) return;
    this.#tooLong = true;
    this.#pending.clear();
  }

  end(): void {
    if (this.#lineBytes > 0) this.#cut(this.#pending.bytes, this.#pending.length, this.#pending.length, true);
  }

  /** The line ends at chunk[end]; it started in `pending`, or at chunk[start]. */
  #cut(chunk: Uint8Array, start: number, end: number, last: boolean): void {
    if (this.#tooLong) {
      this.#tooLong = false;
      this.#sink.broken(this.#line, TOO_LONG);
      return;
    }
    let bytes = chunk;
    const pending = this.#pending;
    const place = this.#place;
    if (pending.length > 0) {
      if (end > start && !pending.append(chunk, start, end)) {
        pending.clear();
        this.#sink.broken(this.#line, TOO_LONG);
        return;
      }
      bytes = pending.bytes;
      start = 0;
      end = pending.length;
    }
    let first = start;
    while (first < end && isBlank(bytes[first] as number)) first++;
    if (first < end) {
      place.offset = this.#offset + first - start;
      place.line = this.#line;
      place.last = last;
      this.#sink.record(bytes, first, end, place);
    }
    pending.clear();
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}
