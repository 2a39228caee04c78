import assert from 'node:assert/strict';
import { pairedGroups } from '../../../src/core/compare/pairedGroups';
import { promptMovements } from '../../../src/core/compare/promptMovements';
import { closeTo } from '../closeTo';

describe('promptMovements', () => {
  const counts = { before: { n: Int32Array.of(20, 20, 20), c: Int32Array.of(20, 0, 10) }, after: { n: Int32Array.of(20, 20, 20), c: Int32Array.of(5, 14, 10) } };

  it('calls a collapse a fall, a gain a rise, and no change unclear', () => {
    assert.deepEqual(promptMovements(['a', 'b', 'c'], pairedGroups(counts)).map(({ sign }) => sign), ['fell', 'rose', 'unclear']);
  });

  it("has the p of Fisher's test worked out in whole numbers", () => {
    // 20 of 20 against 5 of 20: all tables with 25 correct in 40, no likelier than this one: C(20,5)/C(40,25) and its mirror.
    const choose = (n: number, c: number): number => (c === 0 ? 1 : (choose(n - 1, c - 1) * n) / c);
    closeTo(promptMovements(['a', 'b', 'c'], pairedGroups(counts))[0].p, (2 * choose(20, 5)) / choose(40, 25), 1e-10);
  });

  it('asks more of each prompt the more prompts there are', () => {
    const lone = { before: { n: Int32Array.of(16), c: Int32Array.of(12) }, after: { n: Int32Array.of(16), c: Int32Array.of(6) } };
    const many = { before: { n: new Int32Array(40).fill(16), c: new Int32Array(40).fill(12) }, after: { n: new Int32Array(40).fill(16), c: new Int32Array(40).fill(12) } };
    many.after.c[0] = 6;
    assert.equal(promptMovements(['a'], pairedGroups(lone))[0].sign, 'fell');
    assert.equal(promptMovements(Array.from({ length: 40 }, (_, x) => `p${x}`), pairedGroups(many))[0].sign, 'unclear');
  });
});
