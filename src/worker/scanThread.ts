import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { BLOCK_BYTES, type ScanWish } from '../logs/scan/wasmLines';
import { scanBlock } from '../logs/scan/scannedBlock';
import { WasmScanner } from '../logs/scan/wasmScanner';
import { unreachable, type FromScanThread, type ToScanThread } from '../protocol/messages';

/** Memories of a thread: while one is read by the worker, the next is filled. */
const MEMORIES = 3;

/** A thread that reads and scans pieces of a file into memories it shares with the worker, which makes samples of them in order. */
const port = parentPort;
if (!port) throw new Error('scanThread.ts runs as a worker thread only');
const post = (message: FromScanThread) => port.postMessage(message);
let file = -1;
let scanners: WasmScanner[] = [];

port.on('message', (message: ToScanThread) => {
  switch (message.type) {
    case 'open':
      if (file >= 0) closeSync(file);
      file = openSync(message.path, 'r');
      scanners = Array.from({ length: MEMORIES }, () => memoryFor(message.wish));
      post({ type: 'opened', file: message.file, memories: scanners.map(({ memory }) => memory.buffer) });
      return;
    case 'scan': {
      const scanner = scanners[message.memory];
      const read = readSync(file, scanner.bytes, scanner.window, message.bytes, message.offset);
      post({ type: 'scanned', file: message.file, piece: message.piece, memory: message.memory, block: scanBlock(scanner, read) });
      return;
    }
    default:
      unreachable(message);
  }
});

function memoryFor({ paths, vectorPath }: ScanWish): WasmScanner {
  const scanner = WasmScanner.on(paths, vectorPath);
  if (scanner === null) throw new Error('This machine has no WebAssembly with vectors.');
  scanner.reserve(scanner.window + BLOCK_BYTES);
  return scanner;
}
