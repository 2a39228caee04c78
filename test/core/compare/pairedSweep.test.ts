import assert from 'node:assert/strict';
import { pairedDifference } from '../../../src/core/compare/pairedDifference';
import { pairedGroups } from '../../../src/core/compare/pairedGroups';
import { pairedSweep } from '../../../src/core/compare/pairedSweep';
import { weightedMovement } from '../../../src/core/compare/weightedMovement';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';

describe('pairedSweep', () => {
  it('gives at every k what one k at a time gives, prompt by prompt, also where samples are too few', () => {
    const random = randomNumbers(21);
    const n = (least: number) => Int32Array.from({ length: 300 }, () => least + Math.floor(4 * random()));
    const c = (all: Int32Array) => all.map((each) => Math.floor((each + 1) * random()));
    const [n0, n1] = [n(9), n(7)];
    const counts = { before: { n: n0, c: c(n0) }, after: { n: n1, c: c(n1) } };
    const ks = Array.from({ length: 13 }, (_, i) => i + 1);
    pairedSweep(pairedGroups(counts), ks).forEach(({ k, observed, firstOrder }, i) => {
      assert.equal(k, ks[i]);
      for (const [found, expected] of [[observed, pairedDifference(counts, k)], [firstOrder, weightedMovement(counts, k)]] as const) {
        assert.equal(found.count, expected.count);
        if (expected.count === 0) continue;
        closeTo(found.mean, expected.mean, 1e-11, 1e-14);
        if (expected.count > 1) closeTo(found.se, expected.se, 1e-11, 1e-14);
      }
    });
  });
});
