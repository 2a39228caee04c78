import { closeSync, openSync, readSync } from 'node:fs';
import type { RowFile, RowPiece } from '../logs/gradients/rowPieces';
import type { RowLayout } from '../logs/gradients/rowLayout';
import { vectorsOn, type SharedMemory, type VectorExports } from '../logs/gradients/vectorMemory';
import { t } from '../texts/t';
import type { RowJob, RowWork } from '../protocol/rowJob';

/** Words of the layout's control. */
export const NEXT_PIECE = 0, STOP = 1, BLOCKS_READ = 2;

/** Prompts at a time, between pauses. */
const PROMPTS_AT_ONCE = 128;

/**
 * Does one thread's share of a pass over rows, or over prompts: takes pieces until there are none left, or nobody wants more. A pause after every block.
 * @throws what the file system says; Error where the machine cannot run it, or a file has become shorter
 */
export function* rowWork({ memory, module, layout, work, thread }: RowJob): Generator<void> {
  const vectors = vectorsOn(memory, module);
  if (vectors === null) throw new Error('This machine has no WebAssembly with vectors.');
  const control = new Int32Array(memory.buffer, layout.control, 4);
  const block = layout.threads + thread * layout.threadBytes;
  vectors.setRows(layout.dimension, layout.sums, layout.squares, layout.counts, block + layout.blockBytes);
  const share = work.kind === 'products' ? someProducts(vectors, work, layout.prompts, control) : someRows(vectors, work, memory, layout, block, control);
  while (share.next().done !== true) {
    if (Atomics.load(control, STOP) !== 0) return;
    yield;
  }
}

function* someProducts(vectors: VectorExports, { products: { gradients, count, out, bytes } }: Extract<RowWork, { kind: 'products' }>, prompts: number, control: Int32Array): Generator<void> {
  for (;;) {
    const first = Atomics.add(control, NEXT_PIECE, 1) * PROMPTS_AT_ONCE;
    if (first >= prompts) return;
    vectors.promptProducts(first, Math.min(prompts, first + PROMPTS_AT_ONCE), gradients, count, out + first * bytes);
    yield;
  }
}

function* someRows(
  vectors: VectorExports, { files, pieces, spread }: Extract<RowWork, { kind: 'rows' }>, memory: SharedMemory, layout: RowLayout, block: number, control: Int32Array,
): Generator<void> {
  for (;;) {
    const at = Atomics.add(control, NEXT_PIECE, 1);
    const piece = pieces[at];
    if (piece === undefined) return;
    if (spread !== null) {
      const { basis, size, gradient, prompts, promptOf, records, moments, momentBytes, differences } = spread;
      vectors.setSpread(basis, size, gradient, prompts, promptOf, records, moments + at * momentBytes, differences);
    }
    const take = spread === null ? vectors.addRows : vectors.spreadRows;
    for (const file of files) {
      const rows = takeRows(file, piece, new Uint8Array(memory.buffer, block, layout.blockBytes), block, layout.slots, take);
      while (rows.next().done !== true) {
        Atomics.add(control, BLOCKS_READ, 1);
        yield;
      }
    }
  }
}

/** The rows of a file that are in a piece, some at a time. */
function* takeRows(
  { path, offset, rowBytes, type, rows, firstSample }: RowFile, { first, end, lowest, highest }: RowPiece,
  room: Uint8Array, address: number, slots: number, take: VectorExports['addRows'],
): Generator<void> {
  const last = Math.min(end - firstSample, rows);
  let row = Math.max(first - firstSample, 0);
  if (row >= last) return;
  const file = openSync(path, 'r');
  try {
    const atOnce = Math.floor((room.length - 64) / rowBytes);
    while (row < last) {
      const count = Math.min(atOnce, last - row);
      const bytes = count * rowBytes;
      for (let read = 0; read < bytes; ) {
        const more = readSync(file, room, read, bytes - read, offset + row * rowBytes + read);
        if (more === 0) throw new Error(t`${path} has become shorter while it was read.`);
        read += more;
      }
      take(address, count, rowBytes, type, slots + (firstSample + row) * 4, lowest, highest);
      row += count;
      yield;
    }
  } finally {
    closeSync(file);
  }
}
