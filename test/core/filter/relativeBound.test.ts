import assert from 'node:assert/strict';
import { isRelativeBound, relativeBound } from '../../../src/core/filter/relativeBound';

describe('relativeBound', () => {
  // Quantiles by R: quantile(c(1, 2, 4, 8, 16), c(.1, .5, .9)) and of c(1, 2, 4, 8).
  for (const [text, values, wanted] of [
    ['median', [16, 2, 1, 8, 4], 4],
    ['median', [8, 1, 4, 2], 3],
    ['p50', [8, 1, 4, 2], 3],
    ['p10', [16, 2, 1, 8, 4], 1.4],
    ['p90', [16, 2, 1, 8, 4], 12.8],
    ['p0', [16, 2, 1, 8, 4], 1],
    ['p99.5', [0, 1000], 995],
    ['mean', [16, 2, 1, 8, 4], 6.2],
    ['Median', [null, 3, null], 3],
    ['median', [], NaN],
    ['mean', [null], NaN],
    ['10', [1], NaN],
  ] as const) {
    it(`${text} of ${values.join(', ') || 'nothing'} is ${wanted}`, () => {
      const given = Object.freeze([...values]);
      const found = relativeBound(text, given);
      assert.ok(Number.isNaN(wanted) ? Number.isNaN(found) : Math.abs(found - wanted) < 1e-12, String(found));
    });
  }

  it('knows a relative bound from a number and from another word', () => {
    assert.deepEqual(['median', 'MEAN', 'p5', 'p99.9'].map(isRelativeBound), [true, true, true, true]);
    assert.deepEqual(['0.5', 'p', 'p100', 'medians', 'q50', ''].map(isRelativeBound), [false, false, false, false, false, false]);
  });
});
