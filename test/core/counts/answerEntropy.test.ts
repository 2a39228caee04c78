import assert from 'node:assert/strict';
import { answerEntropy } from '../../../src/core/counts/answerEntropy';
import { closeTo } from '../closeTo';

describe('answerEntropy', () => {
  it('is nothing when all agree, and the logarithm of their number, corrected, when answers are equally frequent', () => {
    assert.equal(answerEntropy([8]), 0);
    closeTo(answerEntropy([4, 4]), Math.log(2) + 1 / 16, 1e-15);
    closeTo(answerEntropy([2, 2, 2, 2, 0]), Math.log(4) + 3 / 16, 1e-15);
    closeTo(answerEntropy([3, 1]), -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)) + 1 / 8, 1e-15);
  });

  it('is unknown without samples, and refuses what are no counts', () => {
    assert.ok(Number.isNaN(answerEntropy([])));
    assert.ok(Number.isNaN(answerEntropy([0, 0])));
    assert.throws(() => answerEntropy([1.5]), RangeError);
  });
});
