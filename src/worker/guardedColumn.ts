import type { ColumnMetaData, PageHeader } from 'hyparquet';
import type { Encoding } from 'hyparquet/src/types.js';
import { parquetHeader } from 'hyparquet/src/column.js';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { readRleBitPackedHybrid } from 'hyparquet/src/encoding.js';
import { checkRuns } from './checkRuns';
import { thriftEnd } from './thriftEnd';
import { t } from '../texts/t';

/** Writers make pages of about one MB and some ten thousand values. */
const MOST_PAGE_VALUES = 1 << 24;

/** How deep a column's values lie: the largest repetition and definition levels. */
export interface ColumnLevels {
  readonly repetition: number;
  readonly definition: number;
}

export type Unpack = (input: Uint8Array, outputLength: number) => Uint8Array;

interface Page {
  readonly header: PageHeader;
  /** Of its levels, where they stand apart from the values and are not packed (version 2). */
  readonly levelBytes: number;
}

/**
 * A column of one row group: what its pages say of themselves is checked before the Parquet reader believes it. That would make room for as many
 * values as a page says it has, and repeat a value as often as a run of four bytes says, until the process has no memory left.
 */
export class GuardedColumn {
  readonly start: number;
  readonly end: number;
  /** By where their data begins, from the column's start. */
  readonly #pages = new Map<number, Page>();

  constructor({ dictionary_page_offset, data_page_offset, total_compressed_size }: ColumnMetaData, readonly levels: ColumnLevels, readonly unpack: Unpack) {
    this.start = Number(dictionary_page_offset || data_page_offset);
    this.end = this.start + Number(total_compressed_size);
  }

  /**
   * Walks over the pages.
   * @returns how many values have to be held at once: all where rows are lists, else those of the largest page
   * @throws Error when a page says what cannot be
   */
  look(column: DataView): number {
    this.#pages.clear();
    let most = 0;
    let total = 0;
    for (let at = 0; at < column.byteLength - 1; ) {
      const dataStart = thriftEnd(column, at);
      const header = parquetHeader({ view: column, offset: at });
      const { data_page_header_v2: v2, compressed_page_size: bytes } = header;
      const values = valuesOf(header);
      if (!(values >= 0 && values <= MOST_PAGE_VALUES)) throw new Error(t`a page says that it has ${values} values, more than the ${MOST_PAGE_VALUES} that are read of one`);
      if (!(bytes >= 0 && bytes <= column.byteLength - dataStart)) throw new Error(t`a page says that it has ${bytes} bytes where ${column.byteLength - dataStart} are left`);
      const levelBytes = v2 === undefined ? 0 : v2.repetition_levels_byte_length + v2.definition_levels_byte_length;
      this.#pages.set(dataStart + levelBytes, { header, levelBytes });
      if (v2 !== undefined) this.#checkLevels(new DataView(column.buffer, column.byteOffset + dataStart, bytes), header, [0, v2.repetition_levels_byte_length]);
      if (v2?.is_compressed === false) this.#checkValues(new DataView(column.buffer, column.byteOffset + dataStart + levelBytes, bytes - levelBytes), header, 0, values - v2.num_nulls);
      most = Math.max(most, values);
      total += values;
      at = dataStart + bytes;
    }
    return this.levels.repetition > 0 ? total : most;
  }

  /** Unpacks a page and checks what came out. */
  page(input: Uint8Array, outputLength: number): Uint8Array {
    const page = this.#pages.get(input.byteOffset);
    if (page === undefined) throw new Error(t`a page begins where none was seen`);
    const output = this.unpack(input, outputLength);
    const view = new DataView(output.buffer, output.byteOffset, output.byteLength);
    const { header } = page;
    if (header.data_page_header_v2 !== undefined) this.#checkValues(view, header, 0, header.data_page_header_v2.num_values - header.data_page_header_v2.num_nulls);
    else if (header.data_page_header !== undefined) {
      const { end, values } = this.#checkLevels(view, header, null);
      this.#checkValues(view, header, end, values);
    }
    return output;
  }

  /**
   * @param starts of the levels of repetition and of definition; null: they follow each other, each behind its length
   * @returns where the levels end, and how many values there are at most, nulls left out
   */
  #checkLevels(page: DataView, header: PageHeader, starts: readonly [number, number] | null): { end: number; values: number } {
    const count = valuesOf(header);
    const { repetition, definition } = this.levels;
    let end = 0;
    let values = count;
    [repetition, definition].forEach((level, at) => {
      if (level === 0) return;
      const width = 32 - Math.clz32(level);
      const start = starts?.[at] ?? end + 4;
      if (starts === null) end = start + page.getUint32(end, true);
      checkRuns(page, start, width, count);
      // Only deltas need to know how many values are not null; elsewhere a run that is a little long does no harm.
      if (at === 0 || encodingOf(header) !== 'DELTA_BYTE_ARRAY') return;
      const levels = new Uint8Array(count);
      readRleBitPackedHybrid({ view: page, offset: start }, width, levels, 0);
      values = levels.reduce((sum, each) => sum + (each === level ? 1 : 0), 0);
    });
    return { end, values };
  }

  #checkValues(page: DataView, header: PageHeader, start: number, count: number): void {
    const encoding = encodingOf(header);
    if (count === 0) return;
    if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') checkRuns(page, start + 1, page.getUint8(start), count);
    else if (encoding === 'RLE') checkRuns(page, start + 4, 1, count);
    else if (encoding === 'DELTA_BYTE_ARRAY') checkDeltaBytes(page, start, count);
  }
}

/** Every text repeats the beginning of the one before: few bytes may stand for many. */
const MOST_DELTA_BYTES = 256 << 20;

function checkDeltaBytes(view: DataView, offset: number, count: number): void {
  const reader = { view, offset };
  const lengths = new Int32Array(count);
  let bytes = 0;
  for (let part = 0; part < 2; part++) {
    deltaBinaryUnpack(reader, count, lengths);
    bytes += lengths.reduce((sum, length) => sum + (length < 0 ? Infinity : length), 0);
  }
  if (bytes > MOST_DELTA_BYTES) throw new Error(t`a page says that its texts have ${bytes} bytes, more than the ${MOST_DELTA_BYTES} that are given`);
}

function encodingOf({ data_page_header, data_page_header_v2 }: PageHeader): Encoding | undefined {
  return (data_page_header ?? data_page_header_v2)?.encoding;
}

function valuesOf({ data_page_header, data_page_header_v2, dictionary_page_header }: PageHeader): number {
  return (data_page_header ?? data_page_header_v2 ?? dictionary_page_header)?.num_values ?? 0;
}
