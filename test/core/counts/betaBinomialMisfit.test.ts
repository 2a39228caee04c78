import assert from 'node:assert/strict';
import { betaBinomial } from '../../../src/core/counts/betaBinomial';
import { betaBinomialMisfit } from '../../../src/core/counts/betaBinomialMisfit';
import { countGroups } from '../../../src/core/counts/countGroups';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';

const covariance = [0, 0, 0] as const;

function groupsOf(n: number, c: readonly number[]) {
  return countGroups(new Int32Array(c.length).fill(n), Int32Array.from(c));
}

describe('betaBinomialMisfit', () => {
  it('expects of Beta(1, 1) as many prompts at every count', () => {
    // 10 samples: counts 0 | 1 | 2 | 3 4 5 | 6 7 | 8 9 | 10 of eleven; 110 prompts, all of them unsolved.
    const found = betaBinomialMisfit({ kind: 'fit', alpha: 1, beta: 1, covariance }, groupsOf(10, new Array<number>(110).fill(0)));
    assert.deepEqual([found.upTo, found.observed], [0, 110]);
    closeTo(found.expected, 10, 1e-12);
    assert.ok(found.p < 1e-12);
  });

  it('has a p of about one half where chance alone is at work, and of nearly 1 where the counts are the expected', () => {
    closeTo(betaBinomialMisfit({ kind: 'fit', alpha: 1, beta: 1, covariance }, groupsOf(10, Array.from({ length: 110 }, (_, x) => x % 11))).p, 1, 0.01);
    const random = randomNumbers(77);
    let rejected = 0;
    const runs = 300;
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      // Beta(2, 1) is the larger of two uniform numbers.
      const c = Array.from({ length: 200 }, () => {
        const rate = Math.max(random(), random());
        return Array.from({ length: 12 }, () => random() < rate).filter(Boolean).length;
      });
      const groups = groupsOf(12, c);
      const fit = betaBinomial(new Int32Array(200).fill(12), Int32Array.from(c));
      assert.ok(fit.kind === 'fit');
      const { p } = betaBinomialMisfit(fit, groups);
      sum += p / runs;
      if (p < 0.05) rejected++;
    }
    assert.ok(rejected / runs < 0.1 && sum > 0.4 && sum < 0.65, `${rejected} of ${runs}, mean ${sum}`);
  });

  it('cannot tell for too few prompts', () => {
    assert.ok(Number.isNaN(betaBinomialMisfit({ kind: 'fit', alpha: 1, beta: 1, covariance }, groupsOf(4, [0, 1, 2, 3, 4])).p));
  });
});
