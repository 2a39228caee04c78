import assert from 'node:assert/strict';
import { passAtK } from '../../../src/core/counts/passAtK';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('passAtK', () => {
  it('equals the exact ratio of whole numbers for every n up to 40', () => {
    for (let n = 1; n <= 40; n++) {
      for (let c = 0; c <= n; c++) {
        for (let k = 1; k <= n; k++) {
          closeTo(passAtK(n, c, k), ratio(choose(n, k) - choose(n - c, k), choose(n, k)), 1e-14);
        }
      }
    }
  });

  it('equals the exact ratio for large n', () => {
    const cases = [[3000, 2, 1500], [3000, 1500, 2], [3000, 40, 7], [3000, 2999, 1], [2000, 1000, 1000]];
    for (const [n, c, k] of cases) closeTo(passAtK(n, c, k), ratio(choose(n, k) - choose(n - c, k), choose(n, k)), 1e-14);
  });

  it('is the pass rate at k = 1', () => {
    for (let c = 0; c <= 17; c++) closeTo(passAtK(17, c, 1), c / 17, 1e-15);
  });

  it('never falls when k grows', () => {
    for (let c = 0; c <= 64; c++) {
      for (let k = 2; k <= 64; k++) assert.ok(passAtK(64, c, k) >= passAtK(64, c, k - 1), `c = ${c}, k = ${k}`);
    }
  });

  it('has 1 - (1-p)^k as its expectation', () => {
    for (const p of [0.03, 0.4, 0.91]) {
      for (const k of [1, 2, 5, 9]) {
        let mean = 0;
        for (let c = 0; c <= 9; c++) mean += Number(choose(9, c)) * p ** c * (1 - p) ** (9 - c) * passAtK(9, c, k);
        closeTo(mean, 1 - (1 - p) ** k, 1e-13);
      }
    }
  });

  it('is plain zero for an unsolved prompt, and unknown for more attempts than samples', () => {
    assert.ok(Object.is(passAtK(8, 0, 8), 0));
    assert.ok(Number.isNaN(passAtK(8, 3, 9)));
    assert.ok(Number.isNaN(passAtK(0, 0, 1)));
  });

  it('refuses a k that is no whole number of at least one', () => {
    assert.throws(() => passAtK(8, 3, 0), { name: 'RangeError', message: 'passAtK requires a whole k of at least one, got 0' });
    assert.throws(() => passAtK(8, 3, 1.5), RangeError);
    assert.throws(() => passAtK(8, 9, 1), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values up to n = 1,000,000', () => {
      for (const row of golden().counts) closeTo(passAtK(row.n, row.c, row.k), row.pass_at_k, 1e-12);
    });
  }
});
