import { readSync } from 'node:fs';
import { scanBlock, type ScannedBlock } from '../logs/scan/scannedBlock';
import { BLOCK_BYTES, type WasmLines } from '../logs/scan/wasmLines';
import { WasmScanner } from '../logs/scan/wasmScanner';
import type { Piece, ScanThreads } from './scanThreads';

interface Ready {
  readonly block: ScannedBlock;
  readonly release: () => void;
}

/** Memories of the worker itself, to scan pieces ahead while it waits for a thread. */
const OWN_MEMORIES = 2;

/**
 * Reads a part of a file with all threads: each scans pieces, and the worker, which scans as well, takes them in order. A
 * record that lies over two pieces is put together by `lines`, so nothing depends on where the pieces are cut.
 * @param onPiece told the bytes of each piece taken; throws to stop
 * @param pieceBytes at most BLOCK_BYTES
 * @returns where it stopped: at `end`, or earlier when the file has become shorter
 */
export async function readPieces(
  lines: WasmLines, threads: ScanThreads, file: { readonly path: string; readonly descriptor: number }, start: number, end: number,
  onPiece: (bytes: number) => void, pieceBytes = BLOCK_BYTES,
): Promise<number> {
  const ready = new Map<number, Ready>();
  const lost: Piece[] = [];
  let wake: () => void = () => {};
  const own = Array.from({ length: OWN_MEMORIES }, () => WasmScanner.on(lines.wish.paths, lines.wish.vectorPath)).filter((scanner) => scanner !== null);
  for (const scanner of own) scanner.reserve(scanner.window + BLOCK_BYTES);
  threads.open(file.path, lines.wish, {
    scanned: (piece, block, release) => {
      ready.set(piece, { block, release });
      wake();
    },
    lost: (pieces) => {
      lost.push(...pieces);
      wake();
    },
    free: () => wake(),
  });
  const count = Math.ceil((end - start) / pieceBytes);
  const pieceAt = (piece: number): Piece => ({ piece, offset: start + piece * pieceBytes, bytes: Math.min(pieceBytes, end - start - piece * pieceBytes) });
  let next = 0;
  for (let taken = 0; taken < count; ) {
    while (next < count && threads.take(pieceAt(next))) next++;
    const first = ready.get(taken);
    if (first !== undefined) {
      ready.delete(taken);
      lines.pushScanned(first.block);
      first.release();
      const bytes = first.block.end - first.block.start;
      onPiece(bytes);
      if (bytes < pieceAt(taken).bytes) return start + taken * pieceBytes + bytes;
      taken++;
      continue;
    }
    // Nobody has the piece that comes next: it needs no memory of its own.
    const isLost = lost.findIndex(({ piece }) => piece === taken);
    if (next === taken || isLost >= 0) {
      if (isLost >= 0) lost.splice(isLost, 1);
      else next++;
      const { offset, bytes } = pieceAt(taken++);
      const read = readSync(file.descriptor, lines.room(bytes), 0, bytes, offset);
      lines.filled(read);
      onPiece(read);
      if (read < bytes) return offset + read;
      await new Promise(setImmediate);
      continue;
    }
    const ahead = own.length === 0 ? undefined : (lost.pop() ?? (next < count ? pieceAt(next++) : undefined));
    if (ahead !== undefined) {
      const scanner = own.pop() as WasmScanner;
      const read = readSync(file.descriptor, scanner.bytes, scanner.window, ahead.bytes, ahead.offset);
      ready.set(ahead.piece, { block: { ...scanBlock(scanner, read), bytes: scanner.bytes, numbers: scanner.numbers }, release: () => void own.push(scanner) });
      await new Promise(setImmediate);
      continue;
    }
    await new Promise<void>((resolve) => (wake = resolve));
  }
  return end;
}
