import assert from 'node:assert/strict';
import { bestOfK, scoreTiers } from '../../../src/core/counts/bestOfK';
import { closeTo } from '../closeTo';
import { everySubset } from '../everySubset';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';

/** By drawing every subset and taking its best. */
function byEverySubset(scores: readonly number[], correct: readonly boolean[], k: number): number {
  let sum = 0;
  let all = 0;
  everySubset(scores.length, k, (chosen) => {
    const best = Math.max(...chosen.map((i) => scores[i]));
    const top = chosen.filter((i) => scores[i] === best);
    sum += top.filter((i) => correct[i]).length / top.length;
    all++;
  });
  return sum / all;
}

describe('bestOfK', () => {
  it('equals the best of every subset, with ties', () => {
    const random = randomNumbers(41);
    for (let run = 0; run < 20; run++) {
      const scores = Array.from({ length: 9 }, () => Math.floor(4 * random()));
      const correct = scores.map(() => random() < 0.5);
      for (let k = 1; k <= 9; k++) closeTo(bestOfK(scoreTiers(scores, correct), k), byEverySubset(scores, correct, k), 1e-12, 1e-15);
    }
  });

  it('is the pass rate at k = 1 and the verdict of the best at k = n', () => {
    closeTo(bestOfK(scoreTiers([3, 1, 2], [false, true, true]), 1), 2 / 3, 1e-15);
    assert.equal(bestOfK(scoreTiers([3, 1, 2], [false, true, true]), 3), 0);
    closeTo(bestOfK(scoreTiers([-Infinity, 1, 2], [0, 0, 1]), 3), 1, 1e-15);
  });

  it('is unknown for more attempts than samples, and refuses what are no scores', () => {
    assert.ok(Number.isNaN(bestOfK(scoreTiers([1], [true]), 2)));
    assert.throws(() => bestOfK(scoreTiers([NaN, 1], [true, true]), 1), RangeError);
    assert.throws(() => bestOfK(scoreTiers([1], [true, true]), 1), RangeError);
    assert.throws(() => bestOfK(scoreTiers([1], [true]), 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { scores, correct, k, value } of golden().best_of_k) closeTo(bestOfK(scoreTiers(scores, correct), k), value, 1e-11);
    });
  }
});
