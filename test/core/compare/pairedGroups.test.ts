import assert from 'node:assert/strict';
import { pairedDifference } from '../../../src/core/compare/pairedDifference';
import { pairedGroups } from '../../../src/core/compare/pairedGroups';
import { weightedMovement } from '../../../src/core/compare/weightedMovement';
import { linearityGap } from '../../../src/core/compare/linearityGap';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';

describe('pairedGroups', () => {
  const random = randomNumbers(8);
  const column = (most: number) => Int32Array.from({ length: 500 }, () => Math.floor(random() * (most + 1)));
  const counts = { before: { n: new Int32Array(500).fill(6), c: column(6) }, after: { n: Int32Array.from({ length: 500 }, (_, x) => 5 + (x % 2)), c: column(5) } };
  const groups = pairedGroups(counts);

  it('keeps the counts of every pair', () => {
    groups.of.forEach((group, x) => {
      for (const side of ['before', 'after'] as const) for (const of of ['n', 'c'] as const) assert.equal(groups.counts[side][of][group], counts[side][of][x]);
    });
    assert.equal(groups.size.reduce((sum, size) => sum + size, 0), 500);
    assert.ok(groups.size.length <= 7 * 6 * 2);
  });

  it('gives every movement as the pairs one by one do', () => {
    for (const k of [1, 2, 5]) {
      for (const movement of [pairedDifference, weightedMovement, linearityGap]) {
        const [apart, gathered] = [movement(counts, k), movement(groups.counts, k, groups.size)];
        assert.equal(gathered.count, apart.count);
        closeTo(gathered.mean, apart.mean, 1e-12, 1e-14);
        closeTo(gathered.se, apart.se, 1e-12, 1e-14);
      }
    }
  });
});
