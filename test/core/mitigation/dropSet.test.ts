import assert from 'node:assert/strict';
import { dropSet } from '../../../src/core/mitigation/dropSet';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';

/** The fewest to drop, by trying every subset. */
function fewest(contributions: readonly number[]): number {
  let best = contributions.length;
  for (let subset = 0; subset < 2 ** contributions.length; subset++) {
    let sum = 0;
    let dropped = 0;
    contributions.forEach((value, x) => {
      if ((subset >> x) & 1) dropped++;
      else sum += value;
    });
    if (sum >= 0) best = Math.min(best, dropped);
  }
  return best;
}

describe('dropSet', () => {
  it('drops as few as trying every subset does', () => {
    const random = randomNumbers(21);
    for (let run = 0; run < 300; run++) {
      const contributions = Array.from({ length: 9 }, () => Math.round(20 * (random() - 0.6)));
      const { prompts, remainingSum } = dropSet(contributions);
      assert.equal(prompts.length, fewest(contributions), String(contributions));
      const left = contributions.filter((_, x) => !prompts.includes(x)).reduce((sum, value) => sum + value, 0);
      closeTo(remainingSum, left, 1e-12, 1e-12);
      assert.ok(remainingSum >= 0);
    }
  });

  it('drops nothing without conflict, and nobody of unknown pull', () => {
    assert.deepEqual([...dropSet([3, -2]).prompts], []);
    assert.equal(dropSet([3, -2]).remainingSum, 1);
    assert.deepEqual([...dropSet([NaN, 1, -3, -1]).prompts], [2]);
    assert.deepEqual([...dropSet([]).prompts], []);
  });

  it('leaves its input as it was', () => {
    const contributions = Float64Array.of(2, -5, 1);
    dropSet(contributions);
    assert.deepEqual([...contributions], [2, -5, 1]);
  });

  if (sharedDataExists) {
    it('equals the golden set', () => {
      const { contributions, drop_set, drop_remaining_sum } = golden().toyB_main.mitigation_k16;
      assert.deepEqual([...dropSet(contributions).prompts], drop_set);
      closeTo(dropSet(contributions).remainingSum, drop_remaining_sum, 1e-10);
    });
  }
});
