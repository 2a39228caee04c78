import assert from 'node:assert/strict';
import { rowPieces } from '../../../src/logs/gradients/rowPieces';

describe('rowPieces', () => {
  const perPrompt = 5;

  it('cuts samples that lie prompt by prompt at prompts, and leaves out none', () => {
    const slots = Int32Array.from({ length: 100 * perPrompt }, (_, sample) => (sample % 13 === 0 ? -1 : 2 * Math.floor(sample / perPrompt) + (sample % 2)));
    const pieces = rowPieces(slots, 100);
    assert.equal(pieces.length, 4);
    assert.deepEqual([pieces[0].first, pieces.at(-1)?.end], [0, slots.length]);
    pieces.forEach(({ first, lowest, highest }, at) => {
      if (at > 0) assert.equal(first, pieces[at - 1].end);
      assert.ok(lowest === -1 && highest > 200);
    });
    assertWhole(slots, pieces);
  });

  it('shares out the prompts of samples that lie in any other order', () => {
    const slots = Int32Array.from({ length: 100 * perPrompt }, (_, sample) => (sample % 13 === 0 ? -1 : 2 * (sample % 100) + (sample % 2)));
    const pieces = rowPieces(slots, 100);
    assert.equal(pieces.length, 2);
    assertWhole(slots, pieces);
  });

  it('is at a loss with nothing', () => {
    assert.deepEqual(rowPieces(new Int32Array(3).fill(-1), 0).map(({ first, end }) => [first, end]), [[0, 3]]);
    assertWhole(new Int32Array(3).fill(-1), rowPieces(new Int32Array(3).fill(-1), 2));
  });
});

/** Every sample is looked at once, and each prompt's samples in one piece. */
function assertWhole(slots: Int32Array, pieces: ReturnType<typeof rowPieces>): void {
  const pieceOf = new Map<number, number>();
  slots.forEach((slot, sample) => {
    const those = [...pieces.keys()].filter((at) => pieces[at].first <= sample && sample < pieces[at].end && pieces[at].lowest <= slot && slot < pieces[at].highest);
    assert.equal(those.length, 1, `sample ${sample}`);
    if (slot < 0) return;
    assert.equal(pieceOf.get(slot >> 1) ?? those[0], those[0]);
    pieceOf.set(slot >> 1, those[0]);
  });
}
