import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress } from 'fzstd';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, type Compressors } from 'hyparquet';

const ROWS_AT_ONCE = 1000;

/** Snappy is hyparquet's own; an output larger than the page promises is refused. */
const compressors: Compressors = {
  GZIP: (input, maxOutputLength) => gunzipSync(input, { maxOutputLength }),
  BROTLI: (input, maxOutputLength) => brotliDecompressSync(input, { maxOutputLength }),
  ZSTD: (input, outputLength) => decompress(input, new Uint8Array(outputLength)),
};

/** The rows of a Parquet file as JSON Lines, some thousand rows at a time. @throws Error when the file is corrupt */
export async function* parquetRecords(path: string): AsyncGenerator<Uint8Array> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const rows = Number(metadata.num_rows);
  const encoder = new TextEncoder();
  for (let rowStart = 0; rowStart < rows; rowStart += ROWS_AT_ONCE) {
    const records = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd: Math.min(rows, rowStart + ROWS_AT_ONCE) });
    yield encoder.encode(records.map((record) => `${JSON.stringify(record, jsonValue)}\n`).join(''));
  }
}

function jsonValue(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  return ArrayBuffer.isView(value) && 'length' in value ? Array.from(value as Uint8Array) : value;
}
