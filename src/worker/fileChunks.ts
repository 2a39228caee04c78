import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';
import { InputError, sentence } from './inputError';

export interface ChunkOptions {
  /** Called with the bytes of the file (compressed, if it is) read since the last call. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

const CHUNK_BYTES = 4 << 20;

/**
 * A file's content, decompressed if its name says so, chunk by chunk in bounded memory.
 * A chunk is valid until the next one is asked for.
 * @throws InputError when the compressed data is corrupt; the signal's reason when aborted
 */
export async function* fileChunks(path: string, options: ChunkOptions = {}): AsyncGenerator<Uint8Array> {
  if (/\.gz$/i.test(path)) yield* gunzip(path, options);
  else if (/\.zst$/i.test(path)) yield* unzstd(path, options);
  else yield* plain(path, options);
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

async function* gunzip(path: string, { onRead, signal }: ChunkOptions): AsyncGenerator<Uint8Array> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  source.on('data', (chunk) => onRead?.(chunk.length));
  const gunzipped = source.pipe(createGunzip({ chunkSize: CHUNK_BYTES }));
  source.on('error', (error) => gunzipped.destroy(error));
  try {
    for await (const chunk of gunzipped) {
      signal?.throwIfAborted();
      yield chunk as Buffer;
    }
  } catch (error) {
    throw corrupt(path, 'gzip', error, signal);
  } finally {
    source.destroy();
    gunzipped.destroy();
  }
}

async function* unzstd(path: string, options: ChunkOptions): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => ready.push(chunk));
  let bytes = 0;
  for await (const chunk of plain(path, options)) {
    for (let at = 0; at < chunk.length; at += ZSTD_STEP) {
      options.signal?.throwIfAborted();
      try {
        decompress.push(chunk.slice(at, at + ZSTD_STEP));
      } catch (error) {
        throw corrupt(path, 'zstd', error, options.signal);
      }
      bytes += ready.length;
      yield* ready.splice(0);
    }
  }
  try {
    if (bytes > 0) decompress.push(new Uint8Array(0), true);
  } catch (error) {
    throw corrupt(path, 'zstd', error, options.signal);
  }
  yield* ready.splice(0);
}

/** A block of four compressed bytes may unfold to 128 KB: a small push bounds what waits in `ready` to 32 MB. */
const ZSTD_STEP = 1 << 10;

function corrupt(path: string, kind: string, error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  return new InputError(`${path} is not readable as ${kind}: ${sentence(error)}`);
}
