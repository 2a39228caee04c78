import assert from 'node:assert/strict';
import { passAtKWeight } from '../../../src/core/counts/passAtKWeight';
import { weightColumn } from '../../../src/core/counts/weightColumn';
import { closeTo } from '../closeTo';

describe('weightColumn', () => {
  it('is exact where the rate is, else unbiased, and unknown without enough samples', () => {
    const columns = {
      id: ['a', 'b', 'c', 'd'],
      n: Int32Array.of(8, 0, 2, 0),
      c: Int32Array.of(3, 0, 1, 0),
      errored: new Int32Array(4),
      exactRate: Float64Array.of(NaN, 0.25, NaN, NaN),
      gradients: null,
    };
    const weights = weightColumn(columns, 4);
    closeTo(weights[0], passAtKWeight(8, 3, 4), 1e-15);
    closeTo(weights[1], 4 * 0.75 ** 3, 1e-14);
    assert.ok(Number.isNaN(weights[2]) && Number.isNaN(weights[3]));
    assert.ok(Number.isNaN(weightColumn(columns, 1)[3]));
    assert.throws(() => weightColumn(columns, 0), RangeError);
  });
});
