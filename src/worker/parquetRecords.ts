import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { stat } from 'node:fs/promises';
import { decompress } from 'fzstd';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, snappyUncompress, type AsyncBuffer, type CompressionCodec, type Compressors, type FileMetaData, type RowGroup } from 'hyparquet';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getSchemaPath } from 'hyparquet/src/schema.js';
import type { ChunkOptions } from './fileChunks';
import { GuardedColumn, type Unpack } from './guardedColumn';
import { checkSchema, footerBytes } from './parquetFooter';
import { t } from '../texts/t';

/** A page that says it is larger is refused: writers make pages of about one MB. */
const MOST_PAGE_BYTES = 512 << 20;
/** All pages that are unpacked for the rows of one turn. */
const MOST_UNPACKED_BYTES = 1 << 30;
/** Of all columns of a row group; a list's elements are values, and all lists of a group are taken at once. */
const MOST_VALUES = 1 << 26;
/** Rows are taken so many bytes at a time: each time the pages before them are looked at again. */
const BATCH_BYTES = 64 << 20;
const FEWEST_ROWS = 1000, MOST_ROWS = 1_000_000;
/** Rows times columns. */
const MOST_CELLS = 8 << 20;
/** Text is passed on in pieces of about this size: one text may stand for a million rows. */
const PIECE_LENGTH = 1 << 20;

/** The rows of a Parquet file as JSON Lines, some at a time. @throws Error when the file is corrupt, holds fewer rows than it says, or more than is read of one */
export async function* parquetRecords(path: string, { onRead }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  const file = await asyncBufferFromFile(path);
  await footerBytes(file);
  const metadata = await parquetMetadataAsync(file, { geoparquet: false });
  checkSchema(metadata.schema);
  const all = Number(metadata.num_rows);
  let rowStart = 0;
  let told = 0;
  for (const group of metadata.row_groups) {
    const groupRows = Number(group.num_rows);
    const rows = rowsAtOnce(group);
    for (let start = 0; start < groupRows; start += rows) {
      const end = Math.min(groupRows, start + rows);
      const records = await parquetReadObjects({ ...guarded(file, metadata, group), rowStart: start, rowEnd: end });
      const held = heldRows(records);
      yield* lines(records.slice(0, held));
      rowStart += held;
      if (held < end - start) throw new Error(t`it holds fewer rows than it says, ${rowStart} of ${all}`);
      const dealtWith = Math.floor((size * rowStart) / all);
      onRead?.(dealtWith - told);
      told = dealtWith;
    }
  }
  onRead?.(size - told);
}

/** Rows that the pages do not hold come undefined in every column, at the end. */
function heldRows(records: readonly object[]): number {
  let held = records.length;
  while (held > 0 && Object.values(records[held - 1]!).every((value) => value === undefined)) held--;
  return held;
}

function* lines(records: readonly object[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const record of records) {
    piece += `${JSON.stringify(record, jsonValue)}\n`;
    if (piece.length < PIECE_LENGTH) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}

/** One row group as a file of its own, whose columns are looked at when their bytes are read and when a page is unpacked. */
function guarded(file: AsyncBuffer, metadata: FileMetaData, group: RowGroup): { file: AsyncBuffer; metadata: FileMetaData; compressors: Compressors } {
  const compressors: Compressors = {};
  const guards: GuardedColumn[] = [];
  let unpacked = 0;
  let values = 0;
  const columns = group.columns.map((column) => {
    const { meta_data } = column;
    if (meta_data === undefined) return column;
    const schemaPath = getSchemaPath(metadata.schema, meta_data.path_in_schema);
    const unpack = unpackers[meta_data.codec];
    if (unpack === undefined) throw new Error(t`it is packed by ${meta_data.codec}, which cannot be read`);
    const guard = new GuardedColumn(meta_data, { repetition: getMaxRepetitionLevel(schemaPath), definition: getMaxDefinitionLevel(schemaPath) }, (input, outputLength) => {
      unpacked += bounded(outputLength);
      if (unpacked > MOST_UNPACKED_BYTES) throw new Error(t`a row group unfolds to more than the ${MOST_UNPACKED_BYTES} bytes that are given; write it with smaller row groups`);
      return unpack(input, outputLength);
    });
    // The reader asks for a page's bytes by the name of its codec alone: one name for each column tells it whose page it is.
    const codec = `column ${guards.length}` as CompressionCodec;
    compressors[codec] = (input, outputLength) => guard.page(input, outputLength);
    guards.push(guard);
    return { ...column, meta_data: { ...meta_data, codec } };
  });
  const slice = async (start: number, end?: number): Promise<ArrayBuffer> => {
    const bytes = await file.slice(start, end);
    for (const guard of guards.filter((each) => each.start >= start && each.start < start + bytes.byteLength)) {
      values += guard.look(new DataView(bytes, guard.start - start, Math.min(guard.end - guard.start, bytes.byteLength - (guard.start - start))));
      if (values > MOST_VALUES) throw new Error(t`a row group has more than the ${MOST_VALUES} values that are read of one; write it with smaller row groups`);
    }
    return bytes;
  };
  return { file: { byteLength: file.byteLength, slice }, metadata: { ...metadata, num_rows: group.num_rows, row_groups: [{ ...group, columns }] }, compressors };
}

/** An output larger than the page promises is refused. */
const unpackers: Readonly<Partial<Record<CompressionCodec, Unpack>>> = {
  UNCOMPRESSED: (input) => input,
  SNAPPY: (input, outputLength) => {
    const output = new Uint8Array(outputLength);
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input, outputLength) => gunzipSync(input, { maxOutputLength: outputLength }),
  BROTLI: (input, outputLength) => brotliDecompressSync(input, { maxOutputLength: outputLength }),
  ZSTD: (input, outputLength) => decompress(input, new Uint8Array(outputLength)),
};

function rowsAtOnce(group: RowGroup): number {
  const rows = Math.floor(BATCH_BYTES / (Number(group.total_byte_size) / Number(group.num_rows)));
  const most = Math.min(MOST_ROWS, Math.floor(MOST_CELLS / Math.max(1, group.columns.length)));
  return Number.isNaN(rows) ? FEWEST_ROWS : Math.min(most, Math.max(FEWEST_ROWS, rows));
}

function bounded(bytes: number): number {
  if (!(bytes >= 0 && bytes <= MOST_PAGE_BYTES)) throw new Error(t`a page says that it has ${bytes} bytes, more than the ${MOST_PAGE_BYTES} that are given`);
  return bytes;
}

function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return ArrayBuffer.isView(value) && 'length' in value ? Array.from(value as Uint8Array) : value;
}
