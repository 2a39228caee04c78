import assert from 'node:assert/strict';
import { majorityAtK } from '../../../src/core/counts/majorityAtK';
import { closeTo } from '../closeTo';
import { everySubset } from '../everySubset';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

/** By drawing every subset and counting votes. */
function byEverySubset(correct: number, wrong: readonly number[], k: number, blank = 0): number {
  const answers = [...[correct, ...wrong].flatMap((count, answer) => new Array<number>(count).fill(answer)), ...new Array<number>(blank).fill(-1)];
  let won = 0;
  let all = 0;
  everySubset(answers.length, k, (chosen) => {
    const votes = new Array<number>(1 + wrong.length).fill(0);
    for (const i of chosen) if (answers[i] >= 0) votes[answers[i]]++;
    const most = Math.max(...votes);
    all++;
    if (most > 0 && votes[0] === most) won += 1 / votes.filter((count) => count === most).length;
  });
  return won / all;
}

describe('majorityAtK', () => {
  it('equals a count of votes over every subset', () => {
    for (const [correct, wrong] of [[6, [4, 2, 1, 1]], [4, [3, 2, 1]], [2, [5, 1]], [1, [1, 1, 1, 1]], [3, [3, 3]], [0, [4]], [5, []], [2, [0, 4]]] as const) {
      const n = correct + wrong.reduce<number>((sum, count) => sum + count, 0);
      for (let k = 1; k <= n; k++) closeTo(majorityAtK(correct, wrong, k), byEverySubset(correct, wrong, k), 1e-12, 1e-15);
    }
  });

  it('lets samples without an answer be drawn, but not vote', () => {
    for (const [correct, wrong, blank] of [[2, [2], 4], [1, [], 5], [3, [2, 2], 2], [0, [1], 3]] as const) {
      for (let k = 1; k <= correct + wrong.reduce<number>((sum, count) => sum + count, 0) + blank; k++) {
        closeTo(majorityAtK(correct, wrong, k, blank), byEverySubset(correct, wrong, k, blank), 1e-12, 1e-15);
      }
    }
  });

  it('is the pass rate at k = 1, and does not care about the order of answers', () => {
    closeTo(majorityAtK(7, [20, 3, 2], 1), 7 / 32, 1e-14);
    closeTo(majorityAtK(9, [8, 3, 2, 10], 16), majorityAtK(9, [3, 10, 2, 8], 16), 1e-12);
  });

  it('goes to 1 for a correct answer in the majority, where binomial coefficients overflow', () => {
    const share = majorityAtK(1200, [900, 300], 1500);
    assert.ok(share > 0.999 && share <= 1 + 1e-12);
  });

  it('is unknown for more attempts than samples, and refuses what are no counts', () => {
    assert.ok(Number.isNaN(majorityAtK(2, [1], 4)));
    assert.throws(() => majorityAtK(2, [1.5], 1), RangeError);
    assert.throws(() => majorityAtK(-1, [1], 1), RangeError);
    assert.throws(() => majorityAtK(2, [1], 0), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { correct, wrong, k, value } of golden().maj_at_k) closeTo(majorityAtK(correct, wrong, k), value, 1e-12);
    });
  }
});
