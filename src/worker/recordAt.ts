import { open } from 'node:fs/promises';
import { fileChunks } from './fileChunks';
import { InputError } from './inputError';

const FIRST_READ_BYTES = 64 << 10;
const LINE_END = 10;

/**
 * The bytes of the record that starts at a byte offset of a file's (decompressed) content, up to its line's end.
 * A plain file is read from the offset; a compressed one from its start, in bounded memory.
 * @throws InputError when the file no longer reaches that far
 */
export async function recordAt(path: string, offset: number, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = /\.(gz|zst)$/i.test(path) ? await fromStart(path, offset, signal) : await fromOffset(path, offset);
  if (bytes.length === 0) throw new InputError(`${path} has changed: it no longer has a record at byte ${offset}. Refresh to read it again.`);
  return bytes;
}

async function fromOffset(path: string, offset: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const parts: Uint8Array[] = [];
    for (let at = offset, size = FIRST_READ_BYTES; ; size = Math.min(size * 2, 64 << 20)) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(size), 0, size, at);
      const part = buffer.subarray(0, bytesRead);
      const end = part.indexOf(LINE_END);
      parts.push(end < 0 ? part : part.subarray(0, end));
      if (end >= 0 || bytesRead === 0) return Buffer.concat(parts);
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function fromStart(path: string, offset: number, signal?: AbortSignal): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let at = 0;
  for await (const chunk of fileChunks(path, signal ? { signal } : {})) {
    const from = Math.max(0, offset - at);
    at += chunk.length;
    if (from >= chunk.length) continue;
    const end = chunk.indexOf(LINE_END, from);
    parts.push(chunk.slice(from, end < 0 ? undefined : end));
    if (end >= 0) break;
  }
  return Buffer.concat(parts);
}
