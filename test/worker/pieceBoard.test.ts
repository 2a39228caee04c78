import assert from 'node:assert/strict';
import { MEMORIES, PieceBoard } from '../../src/worker/pieceBoard';

const block = { start: 1, end: 2, firstLine: 3, table: 4, rows: 5, names: 6, count: 6, kept: 2, generation: 7, stoppedAt: 8, linesPassed: 9 };

describe('PieceBoard', () => {
  it('gives every piece to one only, the next first', () => {
    const board = PieceBoard.for(4, 2);
    const theirs = new PieceBoard(board.shared, board.pieces);
    assert.deepEqual([board.claim(1), theirs.claim(2), board.claim(3)], [0, 1, 2]);
    assert.deepEqual([board.claimThis(1, 1), board.claimThis(3, 1), theirs.claimThis(3, 2)], [2, 1, 1]);
    assert.deepEqual([board.claim(2), theirs.claim(3)], [-1, -1]);
  });

  it('keeps where things lie in each memory of each thread until it is released', () => {
    const board = PieceBoard.for(9, 2);
    for (const who of [2, 3]) for (let memory = 0; memory < MEMORIES; memory++) board.ready(who, memory, who + memory, { ...block, start: who * 10 + memory });
    assert.deepEqual([board.memoryOf(2, 2), board.memoryOf(2, 4), board.memoryOf(3, 4), board.memoryOf(3, 2)], [0, 2, 1, -1]);
    assert.deepEqual(board.places(3, 1), { ...block, start: 31 });
    board.release(3, 1);
    assert.deepEqual([board.memoryOf(3, 4), board.memoryOf(3, 5), board.freeMemory(3)], [-1, 2, 1]);
  });

  it('wakes whoever waits for a change, and sends threads home once it is stopped', () => {
    const board = PieceBoard.for(1, 1);
    const before = board.changes();
    assert.equal(board.wait(before, 1), false);
    board.ready(2, 0, 0, block);
    assert.equal(board.wait(before, 10_000), true);
    board.stop();
    assert.equal(board.freeMemory(2), -1);
  });
});
