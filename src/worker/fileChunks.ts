import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { InputError, sentence } from './inputError';

export interface ChunkOptions {
  /** Called with the bytes of the file (as packed, if it is) read since the last call. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

const CHUNK_BYTES = 4 << 20;
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
  if (kind === undefined) return void (yield* plain(path, options));
  try {
    for await (const chunk of unpacked(kind, path, options)) {
      options.signal?.throwIfAborted();
      yield chunk;
    }
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    const named = { gz: 'gzip', zst: 'zstd', eval: 'a zip archive', parquet: 'Parquet' }[kind];
    throw error instanceof InputError || isFileError(error) ? error : new InputError(`${path} is not readable as ${named}: ${sentence(error)}`);
  }
}

async function* unpacked(kind: string, path: string, options: ChunkOptions): AsyncGenerator<Uint8Array> {
  if (kind === 'gz') return void (yield* gunzip(path, options));
  const { archives } = await import('./archives');
  if (kind === 'zst') return void (yield* archives.unzstd(plain(path, options)));
  yield* kind === 'eval' ? archives.zipRecords(path) : archives.parquetRecords(path);
}

async function* plain(path: string, { onRead, signal }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
      if (bytesRead === 0) return;
      onRead?.(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* gunzip(path: string, { onRead }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  source.on('data', (chunk) => onRead?.(chunk.length));
  const unpacked = source.pipe(createGunzip({ chunkSize: CHUNK_BYTES }));
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* unpacked as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

/** The file system's errors name the path and the cause themselves. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
