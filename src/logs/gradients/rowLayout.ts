import { VECTORS_AT } from './vectorMemory';

/** Where things lie in the memory that the threads share: plain numbers, to be sent to a thread. */
export interface RowLayout {
  readonly dimension: number;
  /** Numbers in a vector with the zeros behind it. */
  readonly stride: number;
  readonly prompts: number;
  /** Four words: the next piece, a wish to stop, blocks read, and one that is free. */
  readonly control: number;
  /** Of each sample: which sum it goes into (slotOf), or UNCOUNTED. */
  readonly slots: number;
  readonly sums: number;
  readonly squares: number;
  readonly counts: number;
  /** Of each thread: bytes of rows, then room to work in. */
  readonly threads: number;
  readonly threadBytes: number;
  readonly blockBytes: number;
  /** Just past the sums, which lie last: there may come to be more. */
  readonly end: number;
}

/** Of the numbers of a row, as in assembly/singles.ts. */
export const ROW_TYPES = { F16: 0, BF16: 1, kept: 2, F32: 3, F64: 4 } as const;

export const UNCOUNTED = -1, REFUSED = -2;
/** Directions that there is room to project on. */
export const MOST_DIRECTIONS = 256;
/** Rows at a time: what was read is still in the cache when it is counted. */
const BLOCK_BYTES = 1 << 18;
const ROWS_AT_ONCE = 4;

/** The sum that a sample of a prompt goes into. */
export function slotOf(prompt: number, correct: boolean): number {
  return 2 * prompt + (correct ? 0 : 1);
}

/**
 * @param longestRow bytes of a row, as it is read
 * @param mostPrompts there may come to be so many
 */
export function rowLayout(samples: number, prompts: number, dimension: number, threadCount: number, longestRow: number, mostPrompts = prompts): RowLayout {
  const stride = (dimension + 7) & ~7;
  const slotCount = 2 * mostPrompts;
  const control = VECTORS_AT;
  const slots = control + 64;
  const squares = align(slots + samples * 4);
  const counts = align(squares + slotCount * 8);
  const threads = align(counts + slotCount * 4);
  // A vector is read to the end of its last 64 bytes.
  const blockBytes = align(Math.max(BLOCK_BYTES, longestRow) + 64);
  const scratchBytes = 64 + (ROWS_AT_ONCE + 1) * stride * 4 + ROWS_AT_ONCE * (MOST_DIRECTIONS + 4) * 4 + MOST_DIRECTIONS * 8;
  const threadBytes = align(blockBytes + scratchBytes);
  const sums = threads + threadCount * threadBytes;
  return { dimension, stride, prompts, control, slots, sums, squares, counts, threads, threadBytes, blockBytes, end: sums + 2 * prompts * stride * 8 };
}

export function align(at: number): number {
  return Math.ceil(at / 64) * 64;
}
