import type { BlockPlaces } from '../logs/scan/scannedBlock';

/** Of a thread: while one of its memories is read by the worker, the next are filled. */
export const MEMORIES = 3;
const NOBODY = 0;
const STOP = 0, NEXT = 1, WORKER_SIGNAL = 2, THREAD_SIGNAL = 3, HEAD = 4;
/** Of a memory: the piece in it and one (0: free), then where things lie in it. */
const PLACES = ['start', 'end', 'firstLine', 'table', 'rows', 'names', 'count', 'kept', 'generation', 'stoppedAt', 'linesPassed'] as const;
const SLOT = 1 + PLACES.length;

/**
 * Who has which piece of a file, in memory that the worker and its scanning threads share, so that handing over a piece
 * takes no message. The worker is 1 and the threads are 2, 3, …
 */
export class PieceBoard {
  readonly #numbers: Int32Array;
  readonly #slots: number;

  constructor(readonly shared: SharedArrayBuffer, readonly pieces: number) {
    this.#numbers = new Int32Array(shared);
    this.#slots = HEAD + pieces;
  }

  static for(pieces: number, threads: number): PieceBoard {
    return new PieceBoard(new SharedArrayBuffer((HEAD + pieces + threads * MEMORIES * SLOT) * 4), pieces);
  }

  /** Takes the next piece that nobody has. @returns -1 when there is none left */
  claim(who: number): number {
    const numbers = this.#numbers;
    for (let piece = Atomics.load(numbers, NEXT); piece < this.pieces; piece++) {
      if (Atomics.compareExchange(numbers, HEAD + piece, NOBODY, who) !== NOBODY) continue;
      Atomics.store(numbers, NEXT, piece + 1);
      return piece;
    }
    return -1;
  }

  /** Takes one piece. @returns who has it now */
  claimThis(piece: number, who: number): number {
    const before = Atomics.compareExchange(this.#numbers, HEAD + piece, NOBODY, who);
    return before === NOBODY ? who : before;
  }

  /** A thread's piece is scanned; the worker may read that memory until it calls `release`. */
  ready(who: number, memory: number, piece: number, block: BlockPlaces): void {
    const slot = this.#slot(who, memory);
    PLACES.forEach((name, place) => (this.#numbers[slot + 1 + place] = block[name]));
    Atomics.store(this.#numbers, slot, piece + 1);
    this.#signal(WORKER_SIGNAL);
  }

  /** @returns which of a thread's memories has the piece; -1: none yet */
  memoryOf(who: number, piece: number): number {
    for (let memory = 0; memory < MEMORIES; memory++) if (Atomics.load(this.#numbers, this.#slot(who, memory)) === piece + 1) return memory;
    return -1;
  }

  places(who: number, memory: number): BlockPlaces {
    const at = this.#slot(who, memory) + 1;
    const [start, end, firstLine, table, rows, names, count, kept, generation, stoppedAt, linesPassed] = this.#numbers.subarray(at, at + PLACES.length);
    return { start, end, firstLine, table, rows, names, count, kept, generation, stoppedAt, linesPassed };
  }

  release(who: number, memory: number): void {
    Atomics.store(this.#numbers, this.#slot(who, memory), 0);
    this.#signal(THREAD_SIGNAL);
  }

  /** The threads take no more pieces. */
  stop(): void {
    Atomics.store(this.#numbers, STOP, 1);
    this.#signal(THREAD_SIGNAL);
  }

  /** How often something changed for the worker: to be asked before it looks, and given to `wait`. */
  changes(): number {
    return Atomics.load(this.#numbers, WORKER_SIGNAL);
  }

  /** The worker sleeps until something has changed since. @returns false when nothing has */
  wait(changes: number, atMostMs: number): boolean {
    return Atomics.wait(this.#numbers, WORKER_SIGNAL, changes, atMostMs) !== 'timed-out';
  }

  /** A thread sleeps until a memory of its own is free. @returns its number; -1 when no more pieces are wanted */
  freeMemory(who: number): number {
    for (;;) {
      const changes = Atomics.load(this.#numbers, THREAD_SIGNAL);
      if (Atomics.load(this.#numbers, STOP) !== 0) return -1;
      for (let memory = 0; memory < MEMORIES; memory++) if (Atomics.load(this.#numbers, this.#slot(who, memory)) === 0) return memory;
      Atomics.wait(this.#numbers, THREAD_SIGNAL, changes);
    }
  }

  #signal(place: number): void {
    Atomics.add(this.#numbers, place, 1);
    Atomics.notify(this.#numbers, place);
  }

  #slot(who: number, memory: number): number {
    return this.#slots + ((who - 2) * MEMORIES + memory) * SLOT;
  }
}
