import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { ScannedBlock } from '../logs/scan/scannedBlock';
import { NumberedPrompts } from '../logs/scan/plainRows';
import type { WasmLines } from '../logs/scan/wasmLines';
import type { ScanWish } from '../logs/scan/wasmScanner';
import type { FromScanThread, ScanJob } from '../protocol/messages';
import { PieceBoard } from './pieceBoard';
import { readPieces, type OpenFile } from './readPieces';

/** A part of a file, to be read piece by piece. */
export interface Part {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly pieceBytes: number;
}

/** Threads that scan pieces of one file at a time, for whoever puts the pieces together. A thread that fails is missing, nothing more. */
export class ScanThreads {
  readonly #threads: ScanThread[];
  #job = 0;

  /** @param script the bundle of scanThread.ts */
  constructor(script: string, count: number) {
    this.#threads = Array.from({ length: count }, (_, at) => new ScanThread(script, at + 2));
  }

  /** Turns to another part of a file. Whoever asks is 1 on the board; it must call `stop` on it when it wants no more. */
  open(part: Part, wish: ScanWish): PieceBoard {
    const board = PieceBoard.for(Math.ceil((part.end - part.start) / part.pieceBytes), this.#threads.length);
    this.#job++;
    for (const thread of this.#threads) thread.open({ ...part, job: this.#job, who: thread.who, wish, board: board.shared, pieces: board.pieces });
    return board;
  }

  /** Reads a part of a file with all threads, as readPieces has it. */
  read(lines: WasmLines, file: OpenFile, start: number, end: number, onPiece: (bytes: number) => void): Promise<number> {
    return readPieces(lines, this, file, start, end, onPiece);
  }

  /** Where a thread's memory is; null until it is known, or when the thread died. */
  memory(who: number, memory: number): Pick<ScannedBlock, 'bytes' | 'numbers' | 'prompts'> | null {
    return this.#threads[who - 2]?.memories[memory] ?? null;
  }

  /** A thread that died does no more, and what it has not finished is for others. */
  isDead(who: number): boolean {
    return this.#threads[who - 2]?.dead ?? true;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.dispose()));
  }
}

class ScanThread {
  readonly #worker: Worker;
  #job = 0;
  memories: readonly Pick<ScannedBlock, 'bytes' | 'numbers' | 'prompts'>[] = [];
  dead = false;

  constructor(script: string, readonly who: number) {
    this.#worker = new Worker(script, { env: SHARE_ENV, stdout: true, stderr: true });
    this.#worker.on('message', ({ job, memories }: FromScanThread) => {
      if (job === this.#job) this.memories = memories.map((memory) => ({ bytes: new Uint8Array(memory), numbers: new Int32Array(memory), prompts: new NumberedPrompts() }));
    });
    // It may be missing, out of memory or unable to open the file: its pieces are done by the worker itself, which then says what is wrong.
    this.#worker.on('error', () => (this.dead = true));
  }

  open(job: ScanJob): void {
    this.#job = job.job;
    this.memories = [];
    this.#worker.postMessage(job);
  }

  async dispose(): Promise<void> {
    await this.#worker.terminate();
  }
}
