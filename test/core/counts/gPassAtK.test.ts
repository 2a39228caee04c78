import assert from 'node:assert/strict';
import { gPassAtK } from '../../../src/core/counts/gPassAtK';
import { passAtK } from '../../../src/core/counts/passAtK';
import { passHatK } from '../../../src/core/counts/passHatK';
import { closeTo } from '../closeTo';
import { choose, ratio } from '../exactNumbers';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';

describe('gPassAtK', () => {
  it('lies between pass^k and pass@k, and is them at the ends', () => {
    for (const [n, c, k] of [[16, 10, 8], [30, 3, 30], [12, 12, 5], [9, 0, 4]]) {
      closeTo(gPassAtK(n, c, k, 1e-6), passAtK(n, c, k), 1e-12);
      closeTo(gPassAtK(n, c, k, 1), passHatK(n, c, k), 1e-12, 1e-300);
    }
  });

  it('counts a share that is a whole number of attempts as reached, whatever rounding does', () => {
    // 0.28 · 25 is 7.000000000000001.
    let expected = 0;
    for (let j = 7; j <= 20; j++) expected += ratio(choose(20, j) * choose(40, 25 - j), choose(60, 25));
    closeTo(gPassAtK(60, 20, 25, 0.28), expected, 1e-12);
  });

  it('is unknown for more attempts than samples, and refuses what is no share', () => {
    assert.ok(Number.isNaN(gPassAtK(4, 4, 5, 0.5)));
    assert.throws(() => gPassAtK(4, 4, 2, 0), RangeError);
    assert.throws(() => gPassAtK(4, 4, 2, 1.1), RangeError);
    assert.throws(() => gPassAtK(4, 4, 0, 1), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      for (const { n, c, k, tau, value } of golden().gpass) closeTo(gPassAtK(n, c, k, tau), value, 1e-11);
    });
  }
});
