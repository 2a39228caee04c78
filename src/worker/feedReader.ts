import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { LogReader } from '../logs/logReader';
import { BLOCK_BYTES } from '../logs/scan/wasmLines';
import { fileChunks, isPacked, type ChunkOptions } from './fileChunks';
import { InputError, sentence } from './inputError';
import type { ScanThreads } from './scanThreads';

export interface FeedOptions extends ChunkOptions {
  /** Absent: this thread alone reads. */
  readonly threads?: ScanThreads;
}

/** A file below this is read before another thread has started. */
export const WORTH_THREADS_BYTES = 32 << 20;
/** The thread hears of a cancellation, and others are served, at least this often. */
const LONGEST_TURN_MS = 20;
const SPACE = 32;

/**
 * Gives a reader all of a file, to its end, or as much as can be had: the reader is told why there is no more. A plain file of lines is read
 * straight into the scanner's memory, a large one by all threads. Of a file that is refused no more is read.
 * @throws the signal's reason when aborted
 */
export async function feedReader(reader: LogReader, path: string, options: FeedOptions): Promise<void> {
  try {
    if (isPacked(path)) await feedPacked(reader, path, options);
    else await feedPlain(reader, path, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    reader.fail(sentence(error));
    return;
  }
  reader.end();
  // The samples of a short file are known only at its end.
  options.onRead?.(0);
}

async function feedPacked(reader: LogReader, path: string, options: FeedOptions): Promise<void> {
  let isFirst = true;
  for await (const chunk of fileChunks(path, options)) {
    if (isFirst) await refuseForeign(chunk);
    isFirst = false;
    reader.push(chunk);
    if (reader.unrecognised !== null) return;
    options.onRead?.(0); // few bytes of a file may hold many samples
  }
}

async function feedPlain(reader: LogReader, path: string, { signal, onRead, threads }: FeedOptions): Promise<void> {
  const descriptor = openSync(path, 'r');
  try {
    let own: Uint8Array | null = null;
    let turn = performance.now();
    for (let at = 0; ; ) {
      signal?.throwIfAborted();
      const lines = reader.wasmLines;
      const { size } = fstatSync(descriptor);
      if (lines !== null && threads && size - at >= WORTH_THREADS_BYTES) {
        at = await threads.read(lines, { path, descriptor }, at, size, (bytes) => {
          signal?.throwIfAborted();
          onRead?.(bytes);
        });
        continue;
      }
      const room = lines?.room(BLOCK_BYTES) ?? (own ??= new Uint8Array(BLOCK_BYTES));
      const read = readSync(descriptor, room, 0, room.length, at);
      if (read === 0 || reader.unrecognised !== null) return;
      if (at === 0) await refuseForeign(room.subarray(0, read));
      if (lines !== null) lines.filled(read);
      else reader.push(room.subarray(0, read));
      at += read;
      onRead?.(read);
      if (performance.now() - turn > LONGEST_TURN_MS) {
        await new Promise(setImmediate);
        turn = performance.now();
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Logs begin with a bracket, perhaps behind a byte order mark or blank lines. @throws InputError, what else the file is, where its first bytes say so */
async function refuseForeign(head: Uint8Array): Promise<void> {
  const isText = !head.subarray(0, 16).includes(0);
  const start = head.findIndex((byte) => byte > SPACE && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (isText && (start < 0 || head[start] === 0x5b || (head[start] === 0x7b && head[start + 1] !== 0x27))) return;
  const { archives } = await import('./archives');
  const what = archives.foreignFile(head);
  if (what !== null) throw new InputError(what);
}
