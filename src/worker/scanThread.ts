import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { scanBlock } from '../logs/scan/scannedBlock';
import { WasmScanner, type ScanWish } from '../logs/scan/wasmScanner';
import type { FromScanThread, ScanJob } from '../protocol/messages';
import type { RowJob, RowsDone } from '../protocol/rowJob';
import { MEMORIES, PieceBoard } from './pieceBoard';
import { rowWork } from './rowWork';

/** A thread that reads and scans pieces of a file into memories it shares with the worker, which makes samples of them in order; or that counts rows of gradient files. */
const port = parentPort;
if (!port) throw new Error('scanThread.ts runs as a worker thread only');

port.on('message', (job: ScanJob | RowJob) => {
  if ('memory' in job) {
    const work = rowWork(job);
    while (work.next().done !== true);
    const done: RowsDone = { done: true };
    port.postMessage(done);
    return;
  }
  const scanners = Array.from({ length: MEMORIES }, () => memoryFor(job.wish, job.pieceBytes));
  const opened: FromScanThread = { job: job.job, memories: scanners.map(({ memory }) => memory.buffer) };
  port.postMessage(opened);
  const file = openSync(job.path, 'r');
  try {
    scanPieces(job, file, scanners);
  } finally {
    closeSync(file);
  }
});

function scanPieces({ who, start, end, pieceBytes, board: shared, pieces }: ScanJob, file: number, scanners: readonly WasmScanner[]): void {
  const board = new PieceBoard(shared, pieces);
  for (let memory = board.freeMemory(who); memory >= 0; memory = board.freeMemory(who)) {
    const piece = board.claim(who);
    if (piece < 0) return;
    const scanner = scanners[memory];
    const offset = start + piece * pieceBytes;
    const read = readSync(file, scanner.bytes, scanner.window, Math.min(pieceBytes, end - offset), offset);
    board.ready(who, memory, piece, scanBlock(scanner, read));
  }
}

function memoryFor(wish: ScanWish, pieceBytes: number): WasmScanner {
  const scanner = WasmScanner.on(wish);
  if (scanner === null) throw new Error('This machine has no WebAssembly with vectors.');
  scanner.reserve(scanner.window + pieceBytes);
  return scanner;
}
