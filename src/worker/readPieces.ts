import { readSync } from 'node:fs';
import { scanBlock, type ScannedBlock } from '../logs/scan/scannedBlock';
import { BLOCK_BYTES, type WasmLines } from '../logs/scan/wasmLines';
import type { WasmScanner } from '../logs/scan/wasmScanner';
import type { PieceBoard } from './pieceBoard';
import type { Part, ScanThreads } from './scanThreads';

/** Memories of the worker itself, to scan pieces ahead while it waits for a thread: enough for one that a busy machine keeps waiting. */
const OWN_MEMORIES = 4;
/** On the board. */
const WORKER = 1;
/** Others are served, a wish to stop among them, at least this often; and a thread that is waited for may have died. */
const LONGEST_TURN_MS = 20, LONGEST_WAIT_MS = 5;

export interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Reads a part of a file with all threads: each scans pieces, and the worker, which scans as well, takes them in order. A
 * record that lies over two pieces is put together by `lines`, so nothing depends on where the pieces are cut.
 * @param onPiece told the bytes of each piece taken; throws to stop
 * @param pieceBytes at most BLOCK_BYTES
 * @returns where it stopped: at `end`, or earlier when the file has become shorter
 */
export async function readPieces(
  lines: WasmLines, threads: ScanThreads, { path, descriptor }: OpenFile, start: number, end: number,
  onPiece: (bytes: number) => void, pieceBytes = BLOCK_BYTES,
): Promise<number> {
  const pieces = new Pieces(lines, threads, { path, start, end, pieceBytes }, descriptor);
  let turn = performance.now();
  try {
    for (let piece = 0; piece < pieces.count; piece++) {
      let taken: Taken;
      do {
        taken = pieces.take(piece);
        if (taken !== 'listen' && performance.now() - turn < LONGEST_TURN_MS) continue;
        await new Promise(setImmediate);
        turn = performance.now();
      } while (typeof taken === 'string');
      onPiece(taken);
      if (taken < pieces.bytesOf(piece)) return start + piece * pieceBytes + taken;
    }
    return end;
  } finally {
    pieces.stop();
  }
}

/** Bytes of a piece that was taken; listen: a thread's messages are to be heard first. */
type Taken = number | 'again' | 'listen';

class Pieces {
  readonly #board: PieceBoard;
  /** Pieces that the worker scanned ahead, by number. */
  readonly #ahead = new Map<number, { readonly scanner: WasmScanner; readonly block: ScannedBlock }>();
  readonly #free: WasmScanner[];

  constructor(readonly lines: WasmLines, readonly threads: ScanThreads, readonly part: Part, readonly descriptor: number) {
    this.#board = threads.open(part, lines.wish);
    this.#free = Array.from({ length: OWN_MEMORIES }, () => lines.another()).filter((scanner) => scanner !== null);
    for (const scanner of this.#free) scanner.reserve(scanner.window + part.pieceBytes);
  }

  get count(): number {
    return this.#board.pieces;
  }

  bytesOf(piece: number): number {
    const { start, end, pieceBytes } = this.part;
    return Math.min(pieceBytes, end - start - piece * pieceBytes);
  }

  stop(): void {
    this.#board.stop();
  }

  /** Takes the piece that comes next; where another thread is at it, does something useful, or waits. */
  take(piece: number): Taken {
    const board = this.#board;
    const changes = board.changes();
    const ahead = this.#ahead.get(piece);
    if (ahead !== undefined) {
      this.#ahead.delete(piece);
      this.#free.push(ahead.scanner);
      return this.#give(ahead.block);
    }
    const who = board.claimThis(piece, WORKER);
    // Nobody has it: it needs no memory of its own.
    if (who === WORKER) return this.#scanHere(piece);
    const memory = board.memoryOf(who, piece);
    if (memory >= 0) {
      const views = this.threads.memory(who, memory);
      if (views !== null) {
        const bytes = this.#give({ ...board.places(who, memory), ...views });
        board.release(who, memory);
        return bytes;
      }
    }
    if (this.threads.isDead(who)) return this.#scanHere(piece);
    if (memory >= 0) return 'listen';
    if (this.#scanAhead()) return 'again';
    return board.wait(changes, LONGEST_WAIT_MS) ? 'again' : 'listen';
  }

  #give(block: ScannedBlock): number {
    this.lines.pushScanned(block);
    return block.end - block.start;
  }

  #scanHere(piece: number): number {
    const bytes = this.bytesOf(piece);
    const read = this.#read(piece, this.lines.room(bytes), 0);
    this.lines.filled(read);
    return read;
  }

  #scanAhead(): boolean {
    const scanner = this.#free.pop();
    if (scanner === undefined) return false;
    const piece = this.#board.claim(WORKER);
    if (piece < 0) {
      this.#free.push(scanner);
      return false;
    }
    const read = this.#read(piece, scanner.bytes, scanner.window);
    const { bytes, numbers, prompts } = scanner;
    this.#ahead.set(piece, { scanner, block: { ...scanBlock(scanner, read), bytes, numbers, prompts } });
    return true;
  }

  #read(piece: number, into: Uint8Array, at: number): number {
    return readSync(this.descriptor, into, at, this.bytesOf(piece), this.part.start + piece * this.part.pieceBytes);
  }
}
