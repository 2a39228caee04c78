import assert from 'node:assert/strict';
import { passRate } from '../../../src/core/counts/passRate';

describe('passRate', () => {
  it('is the share of correct samples', () => {
    assert.equal(passRate(32, 8), 0.25);
    assert.equal(passRate(5, 0), 0);
    assert.equal(passRate(5, 5), 1);
  });

  it('is unknown without samples', () => {
    assert.ok(Number.isNaN(passRate(0, 0)));
  });

  it('refuses what are no counts, in words', () => {
    assert.throws(() => passRate(4, 5), { name: 'RangeError', message: 'passRate requires a whole c from zero to n = 4, got 5' });
    assert.throws(() => passRate(4, -1), RangeError);
    assert.throws(() => passRate(4, 0.5), RangeError);
    assert.throws(() => passRate(2.5, 1), { name: 'RangeError', message: 'passRate requires a whole n of at least zero, got 2.5' });
    assert.throws(() => passRate(NaN, 0), RangeError);
  });
});
