import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError, sentence } from './inputError';
import { t } from '../texts/t';

export interface ChunkOptions {
  /** Called with the bytes of the file (as packed, if it is) that have been dealt with since the last call: the chunks made of them have been taken. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

const CHUNK_BYTES = 4 << 20;
/** Of packed bytes, which may unfold a thousand times: progress is told by them. */
const PACKED_BYTES = 64 << 10;
const PACKED = /\.(gz|zst|eval|parquet)$/i;

/** True for files whose bytes are not the log's: a place in the log is then no place in the file. */
export function isPacked(path: string): boolean {
  return PACKED.test(path);
}

/**
 * A log's bytes, unpacked if the file's name says it is packed, chunk by chunk in bounded memory.
 * A chunk is valid until the next one is asked for.
 * @throws InputError when the packed data is corrupt; the signal's reason when aborted
 */
export async function* fileChunks(path: string, options: ChunkOptions = {}): AsyncGenerator<Uint8Array> {
  const kind = PACKED.exec(path)?.[1].toLowerCase();
  if (kind === undefined) return void (yield* plain(path, options, CHUNK_BYTES));
  try {
    for await (const chunk of unpacked(kind, path, options)) {
      options.signal?.throwIfAborted();
      yield chunk;
    }
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    const named = { gz: 'gzip', zst: 'zstd', eval: t`a zip archive`, parquet: 'Parquet' }[kind] ?? kind;
    throw error instanceof InputError || isFileError(error) ? error : new InputError(t`${path} is not readable as ${named}: ${sentence(error)}`);
  }
}

async function* unpacked(kind: string, path: string, options: ChunkOptions): AsyncGenerator<Uint8Array> {
  if (kind === 'gz') return void (yield* gunzip(path, options));
  const { archives } = await import('./archives');
  if (kind === 'zst') return void (yield* archives.unzstd(plain(path, options, PACKED_BYTES)));
  yield* kind === 'eval' ? archives.zipRecords(path, options) : archives.parquetRecords(path, options);
}

async function* plain(path: string, { onRead, signal }: ChunkOptions, chunkBytes: number): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    // No Buffer, whose slice() is no copy: who keeps a chunk takes one.
    const buffer = new Uint8Array(chunkBytes);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, chunkBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      onRead?.(bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* gunzip(path: string, { onRead }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  const source = createReadStream(path, { highWaterMark: PACKED_BYTES });
  const unpacked = source.pipe(createGunzip({ chunkSize: CHUNK_BYTES }));
  source.on('error', (error) => unpacked.destroy(error));
  let told = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      yield chunk;
      const dealtWith = unpacked.bytesWritten;
      onRead?.(dealtWith - told);
      told = dealtWith;
    }
    onRead?.(source.bytesRead - told);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** The file system's errors name the path and the cause themselves. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
