import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { stat } from 'node:fs/promises';
import { decompress } from 'fzstd';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, snappyUncompress, type Compressors, type RowGroup } from 'hyparquet';
import type { ChunkOptions } from './fileChunks';

/** A page that says it is larger is refused: writers make pages of about one MB. */
const MOST_PAGE_BYTES = 512 << 20;
/** Rows are taken so many bytes at a time: each time the pages before them are looked at again. */
const BATCH_BYTES = 64 << 20;
const FEWEST_ROWS = 1000, MOST_ROWS = 1_000_000;

/** An output larger than the page promises is refused. */
const compressors: Compressors = {
  SNAPPY: (input, outputLength) => {
    const output = new Uint8Array(bounded(outputLength));
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input, outputLength) => gunzipSync(input, { maxOutputLength: bounded(outputLength) }),
  BROTLI: (input, outputLength) => brotliDecompressSync(input, { maxOutputLength: bounded(outputLength) }),
  ZSTD: (input, outputLength) => decompress(input, new Uint8Array(bounded(outputLength))),
};

/** The rows of a Parquet file as JSON Lines, some at a time. @throws Error when the file is corrupt, or holds fewer rows than it says */
export async function* parquetRecords(path: string, { onRead }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const all = Number(metadata.num_rows);
  const encoder = new TextEncoder();
  let rowStart = 0;
  let told = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = rowStart + Number(group.num_rows);
    const rows = rowsAtOnce(group);
    while (rowStart < groupEnd) {
      const rowEnd = Math.min(groupEnd, rowStart + rows);
      const records = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
      yield encoder.encode(records.map((record) => `${JSON.stringify(record, jsonValue)}\n`).join(''));
      if (records.length < rowEnd - rowStart) throw new Error(`it holds fewer rows than it says, ${rowStart + records.length} of ${all}`);
      rowStart = rowEnd;
      const dealtWith = Math.floor((size * rowStart) / all);
      onRead?.(dealtWith - told);
      told = dealtWith;
    }
  }
  onRead?.(size - told);
}

function rowsAtOnce(group: RowGroup): number {
  const rows = Math.floor(BATCH_BYTES / (Number(group.total_byte_size) / Number(group.num_rows)));
  return Number.isNaN(rows) ? FEWEST_ROWS : Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rows));
}

function bounded(bytes: number): number {
  if (!(bytes >= 0 && bytes <= MOST_PAGE_BYTES)) throw new Error(`a page says that it has ${bytes} bytes, more than the ${MOST_PAGE_BYTES} that are given`);
  return bytes;
}

function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return ArrayBuffer.isView(value) && 'length' in value ? Array.from(value as Uint8Array) : value;
}
