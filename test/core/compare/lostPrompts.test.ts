import assert from 'node:assert/strict';
import { lostPrompts } from '../../../src/core/compare/lostPrompts';
import { randomNumbers } from '../randomNumbers';

const counts = (n: number, c: readonly number[]) => ({ n: new Int32Array(c.length).fill(n), c: Int32Array.from(c) });

describe('lostPrompts', () => {
  it('names what was solved and then lost, with its peak, and neither what stayed nor what a few samples blur', () => {
    //                       lost in the middle   from the start   stayed   blurred   rose
    const series = [counts(32, [0, 32, 20, 16, 0]), counts(32, [30, 20, 22, 18, 10]), counts(32, [30, 10, 21, 12, 20]), counts(32, [2, 4, 20, 14, 30])];
    const found = lostPrompts(['a', 'b', 'c', 'd', 'e'], series);
    assert.deepEqual(new Set(found.map(({ id }) => id)), new Set(['a', 'b']));
    assert.deepEqual(found.map(({ id, peak, peakRate, lastRate }) => [id, peak, peakRate, lastRate]).sort(), [['a', 1, 30 / 32, 2 / 32], ['b', 0, 1, 4 / 32]]);
    assert.ok(found[0].adjustedP <= found[1].adjustedP);
  });

  it('pays for the choice of the peak: Fisher times the checkpoints that could have been it', () => {
    // Fisher's p of 4 of 4 against 0 of 4 is 2/70, and there are three such pairs with two prompts to adjust for.
    const [only] = lostPrompts(['a'], [counts(4, [4]), counts(4, [3]), counts(4, [3]), counts(4, [0])]);
    assert.ok(Math.abs(only.adjustedP - (3 * 2) / 70) < 1e-12);
    assert.deepEqual(lostPrompts(['a'], [counts(4, [4]), ...Array.from({ length: 9 }, () => counts(4, [3])), counts(4, [0])]), []);
  });

  it('finds next to nothing lost where nothing changes', () => {
    const random = randomNumbers(12);
    const rates = Array.from({ length: 1000 }, () => random());
    const draw = () => counts(32, rates.map((rate) => Array.from({ length: 32 }, () => random() < rate).filter(Boolean).length));
    assert.ok(lostPrompts(rates.map(String), Array.from({ length: 8 }, draw)).length <= 2);
  });
});
