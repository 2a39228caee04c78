import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ScannedBlock } from '../logs/scan/scannedBlock';
import type { ScanWish } from '../logs/scan/wasmLines';
import type { FromScanThread, ToScanThread } from '../protocol/messages';

/** Half the cores, so that the rest of the machine does not feel it; at least one. */
export function defaultThreads(): number {
  return Math.max(1, Math.floor(availableParallelism() / 2));
}

/** A piece of a file: its number, where it lies, how long it is. */
export interface Piece {
  readonly piece: number;
  readonly offset: number;
  readonly bytes: number;
}

export interface PieceSink {
  /** A thread has scanned a piece; its memory is busy until `release` is called. */
  scanned(piece: number, block: ScannedBlock, release: () => void): void;
  /** A thread died with pieces in hand. */
  lost(pieces: readonly Piece[]): void;
  /** A thread has a free memory. */
  free(): void;
}

/** Threads that scan pieces of one file at a time, for whoever puts the pieces together. A thread that fails is missing, nothing more. */
export class ScanThreads {
  readonly #threads: ScanThread[];
  #file = 0;

  /** @param script the bundle of scanThread.ts */
  constructor(script: string, count: number) {
    this.#threads = Array.from({ length: count }, () => new ScanThread(script));
  }

  /** Turns to another file; what is still under way of the last one is dropped. */
  open(path: string, wish: ScanWish, sink: PieceSink): void {
    this.#file++;
    for (const thread of this.#threads) thread.open(this.#file, path, wish, sink);
  }

  /** @returns whether a thread took the piece */
  take(piece: Piece): boolean {
    return this.#threads.some((thread) => thread.take(piece));
  }

  async dispose(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.dispose()));
  }
}

class ScanThread {
  readonly #worker: Worker;
  #file = 0;
  #sink: PieceSink | null = null;
  #memories: readonly { readonly bytes: Uint8Array; readonly numbers: Int32Array }[] = [];
  #freeMemories: number[] = [];
  readonly #inHand = new Map<number, Piece>();

  constructor(script: string) {
    this.#worker = new Worker(script);
    this.#worker.on('message', (message: FromScanThread) => this.#hear(message));
    // It may be missing, out of memory or unable to open the file: its pieces are done by the worker itself, which then says what is wrong.
    this.#worker.on('error', () => this.#fail());
  }

  open(file: number, path: string, wish: ScanWish, sink: PieceSink): void {
    this.#file = file;
    this.#sink = sink;
    this.#freeMemories = [];
    this.#inHand.clear();
    this.#post({ type: 'open', file, path, wish });
  }

  take(piece: Piece): boolean {
    const memory = this.#freeMemories.pop();
    if (memory === undefined) return false;
    this.#inHand.set(piece.piece, piece);
    this.#post({ type: 'scan', file: this.#file, memory, ...piece });
    return true;
  }

  async dispose(): Promise<void> {
    this.#sink = null;
    await this.#worker.terminate();
  }

  #post(message: ToScanThread): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromScanThread): void {
    if (message.file !== this.#file || this.#sink === null) return;
    if (message.type === 'opened') {
      this.#memories = message.memories.map((memory) => ({ bytes: new Uint8Array(memory), numbers: new Int32Array(memory) }));
      this.#freeMemories = this.#memories.map((_, memory) => memory);
      this.#sink.free();
      return;
    }
    const { piece, memory, block } = message;
    this.#inHand.delete(piece);
    const release = () => {
      if (message.file === this.#file) this.#freeMemories.push(memory);
    };
    this.#sink.scanned(piece, { ...this.#memories[memory], ...block }, release);
  }

  #fail(): void {
    this.#freeMemories = [];
    const lost = [...this.#inHand.values()];
    this.#inHand.clear();
    this.#sink?.lost(lost);
  }
}
