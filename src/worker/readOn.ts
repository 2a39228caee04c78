import { open, type FileHandle } from 'node:fs/promises';
import type { LogReader } from '../logs/logReader';
import type { LogFile } from './logFiles';

/** What was read of a file before, by which a file that has grown is told from one that was replaced. */
export interface FileEnds {
  readonly head: Buffer;
  /** The last bytes that were read. */
  readonly tail: Buffer;
}

const END_BYTES = 1024;
const CHUNK_BYTES = 1 << 20;
const LONGEST_REST = 16 << 20;
const NEWLINE = 0x0a;

/** The first and the last of the bytes of a file that were read. @throws what the file system says */
export async function fileEnds({ path, bytes }: LogFile): Promise<FileEnds> {
  const file = await open(path);
  try {
    return await endsOf(file, bytes);
  } finally {
    await file.close();
  }
}

/** Whether a file begins with what was read of it, as far as its ends tell. @throws what the file system says */
export async function isSameSoFar(log: LogFile, known: FileEnds): Promise<boolean> {
  const now = await fileEnds(log);
  return now.head.equals(known.head) && now.tail.equals(known.tail);
}

/**
 * Reads the lines that were added to a file, those that have come to their end. What follows the last line end waits, unless it is
 * a whole record: a program may be in the middle of writing it.
 * @returns the bytes that have been read in all; null when the file is no longer the one that was read, and nothing was read
 * @throws what the file system says
 */
export async function readOn(reader: LogReader, log: LogFile, known: FileEnds, size: number): Promise<number | null> {
  const file = await open(log.path);
  try {
    const now = await endsOf(file, log.bytes);
    if (!now.head.equals(known.head) || !now.tail.equals(known.tail)) return null;
    const isEnded = log.bytes === 0 || now.tail.at(-1) === NEWLINE;
    const start = isEnded || !reader.isCutOff ? log.bytes : (await lastLineEnd(file, 0, log.bytes)) ?? 0;
    const lineEnd = await lastLineEnd(file, log.bytes, size);
    let end = lineEnd ?? log.bytes;
    const rest = await restOf(file, lineEnd ?? start, size);
    if (rest !== null && isRecord(rest)) end = size;
    if (end <= log.bytes) return log.bytes;
    // The last record had no line end; if now something other than a line end follows, it was not the whole line.
    if (start === log.bytes && !isEnded && !(await isBlankToLineEnd(file, start, end))) return null;
    reader.resume(start, reader.lines + (isEnded ? 1 : 0));
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let at = start; at < end; ) {
      const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK_BYTES, end - at), at);
      if (bytesRead === 0) break;
      reader.push(chunk.subarray(0, bytesRead));
      at += bytesRead;
    }
    reader.end();
    return end;
  } finally {
    await file.close();
  }
}

async function endsOf(file: FileHandle, bytes: number): Promise<FileEnds> {
  const length = Math.min(END_BYTES, bytes);
  return { head: await bytesAt(file, 0, length), tail: await bytesAt(file, bytes - length, length) };
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

/** Just past the last line end between two places; null where there is none. */
async function lastLineEnd(file: FileHandle, from: number, to: number): Promise<number | null> {
  for (let end = to; end > from; ) {
    const start = Math.max(from, end - CHUNK_BYTES);
    const at = (await bytesAt(file, start, end - start)).lastIndexOf(NEWLINE);
    if (at >= 0) return start + at + 1;
    end = start;
  }
  return null;
}

/** What comes after the last line end; null where that is nothing, or too long to be looked at again and again. */
async function restOf(file: FileHandle, from: number, to: number): Promise<Buffer | null> {
  return to <= from || to - from > LONGEST_REST ? null : bytesAt(file, from, to - from);
}

function isRecord(rest: Buffer): boolean {
  const text = rest.toString().trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function isBlankToLineEnd(file: FileHandle, from: number, to: number): Promise<boolean> {
  const bytes = await bytesAt(file, from, Math.min(to - from, END_BYTES));
  return /^[ \t\r]*(\n|$)/.test(bytes.toString('latin1'));
}
