import { open } from 'node:fs/promises';
import { fileChunks, isPacked } from './fileChunks';
import { GrowingRecord } from './growingRecord';
import { InputError } from './inputError';
import { t } from '../texts/t';

const PIECE_BYTES = 64 << 10;

/**
 * The bytes of the records that start at byte offsets of a log's (unpacked) content, each perhaps with some that follow it.
 * A plain file is read from each offset; a packed one once, from its start to the end of the last record, in bounded memory.
 *
 * @param offsets ascending, each once
 * @returns one record for each offset, in their order
 * @throws InputError when the log no longer reaches that far; the signal's reason when aborted
 */
export async function* recordsAt(path: string, offsets: readonly number[], signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const record of (isPacked(path) ? packed : plain)(path, offsets, signal)) {
    const bytes = record.bytes();
    if (bytes.length === 0) throw new InputError(t`${path} has changed: it no longer has a record at byte ${offsets[at]}. Refresh to read it again.`);
    at++;
    yield bytes;
  }
}

async function* plain(path: string, offsets: readonly number[], signal?: AbortSignal): AsyncGenerator<GrowingRecord> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (const offset of offsets) {
      const record = new GrowingRecord();
      for (let place = offset; ; ) {
        signal?.throwIfAborted();
        const { bytesRead } = await file.read(buffer, 0, buffer.length, place);
        if (bytesRead === 0 || record.add(buffer.subarray(0, bytesRead))) break;
        place += bytesRead;
      }
      yield record;
    }
  } finally {
    await file.close();
  }
}

async function* packed(path: string, offsets: readonly number[], signal?: AbortSignal): AsyncGenerator<GrowingRecord> {
  let at = 0;
  let record = new GrowingRecord();
  let start = 0;
  for await (const chunk of fileChunks(path, signal ? { signal } : {})) {
    let from = recordStart(chunk);
    while (at < offsets.length && from < chunk.length) {
      // By pieces: many records lie in one chunk, and each would take all that follows it along.
      const to = Math.min(chunk.length, from + PIECE_BYTES);
      // The next record may begin in this chunk, which is gone with the one after it.
      const last = to === chunk.length && offsets[at + 1] < start + to;
      const whole = record.add(chunk.subarray(from, to)) || (last && record.isWhole());
      from = to;
      if (!whole) continue;
      yield record;
      at++;
      record = new GrowingRecord();
      from = recordStart(chunk);
    }
    if (at === offsets.length) return;
    start += chunk.length;
  }
  // The last record may end with the file; what is not there any more has no bytes.
  for (; at < offsets.length; at++, record = new GrowingRecord()) yield record;

  function recordStart(chunk: Uint8Array): number {
    return at < offsets.length ? Math.min(chunk.length, Math.max(0, offsets[at] - start)) : chunk.length;
  }
}
