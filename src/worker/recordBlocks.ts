import { open } from 'node:fs/promises';
import { GrowingBytes } from '../logs/scan/growingBytes';
import type { ChunkOptions } from './fileChunks';

/** Bytes of a file that begin where a record does, and end where one does or the file. Valid until the next is asked for. */
export interface RecordBlock {
  readonly bytes: Buffer;
  /** Of the first byte, in the (unpacked) file. */
  readonly offset: number;
  /** Records first … end of the file lie in it. */
  readonly first: number;
  readonly end: number;
}

export interface BlockOptions {
  /** The file's bytes, unpacked; null: it is read as it lies on the disk. */
  readonly unpacked: ((options: ChunkOptions) => AsyncIterable<Uint8Array>) | null;
  /** Where blocks of BLOCK_BYTES may be read into; null: anywhere. */
  readonly buffers: readonly [Buffer, Buffer] | null;
  readonly signal: AbortSignal;
  /** Bytes of the file, as packed, that were read since the last call. */
  readonly onRead: (bytes: number) => void;
  /** A record longer than LONGEST_BYTES is passed over. */
  readonly onPassedOver: () => void;
}

export const BLOCK_BYTES = 2 << 20;
/** What V8 can hold as one string, with room to spare. */
const LONGEST_BYTES = 256 << 20;

/**
 * All records of a file, some megabytes at a time.
 * @param offsets where each record begins, ascending
 * @param end where the last record ends at the latest
 */
export function recordBlocks(path: string, offsets: Float64Array, end: number, options: BlockOptions): AsyncGenerator<RecordBlock> {
  return options.unpacked === null ? fromDisk(path, offsets, end, options) : fromChunks(options.unpacked(options), offsets, options);
}

/** While one block is looked into, the next is read. */
async function* fromDisk(path: string, offsets: Float64Array, end: number, { buffers: given, signal, onRead, onPassedOver }: BlockOptions): AsyncGenerator<RecordBlock> {
  const file = await open(path);
  const buffers = given ?? [Buffer.allocUnsafeSlow(BLOCK_BYTES), Buffer.allocUnsafeSlow(BLOCK_BYTES)];
  const startOf = (record: number) => (record < offsets.length ? offsets[record] : end);
  const read = async (first: number, turn: number): Promise<RecordBlock | null> => {
    if (first >= offsets.length) return null;
    const offset = startOf(first);
    let last = first + 1;
    while (last < offsets.length && startOf(last + 1) - offset <= BLOCK_BYTES) last++;
    const length = startOf(last) - offset;
    if (length > LONGEST_BYTES) {
      onPassedOver();
      return { bytes: Buffer.alloc(0), offset, first, end: last };
    }
    const buffer = length <= BLOCK_BYTES ? buffers[turn & 1] : Buffer.allocUnsafeSlow(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    return { bytes: buffer.subarray(0, bytesRead), offset, first, end: last };
  };
  try {
    let turn = 0;
    let told = 0;
    for (let next = read(0, turn); ; ) {
      signal.throwIfAborted();
      const block = await next;
      if (block === null) return;
      next = read(block.end, ++turn);
      next.catch(() => {}); // heard where it is awaited, unless nobody goes on
      yield block;
      onRead(startOf(block.end) - told);
      told = startOf(block.end);
    }
  } finally {
    await file.close();
  }
}

/** What has come waits until there is enough of it, and then for the beginning of the next record. */
async function* fromChunks(chunks: AsyncIterable<Uint8Array>, offsets: Float64Array, { signal, onPassedOver }: BlockOptions): AsyncGenerator<RecordBlock> {
  const waiting = new GrowingBytes();
  const startOf = (record: number) => (record < offsets.length ? offsets[record] : Infinity);
  /** Of the first byte that waits. */
  let offset = 0;
  let first = 0;
  let isTooLong = false;
  const block = (end: number): RecordBlock => {
    const [from, to] = [Math.max(0, startOf(first) - offset), Math.min(waiting.length, startOf(end) - offset)];
    const bytes = Buffer.from(waiting.bytes.slice(from, to).buffer);
    const rest = waiting.bytes.slice(to, waiting.length);
    waiting.clear();
    waiting.append(rest, 0, rest.length);
    const whole: RecordBlock = { bytes, offset: offset + from, first, end };
    offset += to;
    first = end;
    return whole;
  };
  let at = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    const from = isTooLong ? Math.min(chunk.length, startOf(first) - at) : 0;
    if (waiting.length === 0) offset = at + from;
    if (from < chunk.length) {
      isTooLong = false;
      waiting.append(chunk, from, chunk.length);
    }
    at += chunk.length;
    if (waiting.length < BLOCK_BYTES) continue;
    let begun = first;
    while (startOf(begun) < at) begun++;
    if (begun - 1 > first) yield block(begun - 1);
    else if (waiting.length > LONGEST_BYTES) {
      onPassedOver();
      waiting.clear();
      isTooLong = true;
      first++;
    }
  }
  if (first < offsets.length) yield block(offsets.length);
}
