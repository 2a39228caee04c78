import { open } from 'node:fs/promises';
import { recordEnd } from '../logs/scan/recordEnd';
import { fileChunks, isPacked } from './fileChunks';
import { InputError } from './inputError';

const FIRST_READ_BYTES = 64 << 10;

/**
 * The bytes of the record that starts at a byte offset of a log's (unpacked) content, and perhaps some that follow it.
 * A plain file is read from the offset; a packed one from its start, in bounded memory.
 * @throws InputError when the log no longer reaches that far
 */
export async function recordAt(path: string, offset: number, signal?: AbortSignal): Promise<Uint8Array> {
  const record = new GrowingRecord();
  if (isPacked(path)) {
    let at = 0;
    for await (const chunk of fileChunks(path, signal ? { signal } : {})) {
      if (at + chunk.length > offset && record.add(chunk.subarray(Math.max(0, offset - at)))) break;
      at += chunk.length;
    }
  } else {
    const file = await open(path);
    try {
      const buffer = Buffer.allocUnsafe(FIRST_READ_BYTES);
      for (let at = offset; ; ) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
        if (bytesRead === 0 || record.add(buffer.subarray(0, bytesRead))) break;
        at += bytesRead;
      }
    } finally {
      await file.close();
    }
  }
  const bytes = record.bytes();
  if (bytes.length === 0) throw new InputError(`${path} has changed: it no longer has a record at byte ${offset}. Refresh to read it again.`);
  return bytes;
}

/** Bytes of a record as they come. Whether it is whole is asked each time it has doubled, so that asking costs little. */
class GrowingRecord {
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  #askAt = 1;

  /** @returns true when the record is whole */
  add(part: Uint8Array): boolean {
    this.#parts.push(part.slice());
    this.#length += part.length;
    if (this.#length < this.#askAt) return false;
    this.#askAt = 2 * this.#length;
    return recordEnd(this.bytes()) >= 0;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
