import assert from 'node:assert/strict';
import { givenAgreementColumns } from '../../../src/core/interference/givenAgreementColumns';
import { closeTo } from '../closeTo';

const n = Int32Array.of(4, 4, 4, 0, 4);
const c = Int32Array.of(1, 2, 4, 0, 2);

describe('givenAgreementColumns', () => {
  it('weighs the given scores by w(c/n), with the spread over prompts as the error', () => {
    const columns = givenAgreementColumns({ agreement: Float64Array.of(-2, 3, 1, 5, NaN), n, c, exactRate: null });
    assert.ok(columns !== null);
    assert.deepEqual([...columns.included], [1, 1, 1, 0, 0]);
    assert.deepEqual([columns.source, columns.estimator, columns.dimension], ['agreement', 'plug-in', null]);
    // w_2 = 2 (1-p): 1.5, 1, 0; times a: -3, 3, 0: mean 0, sd 3.
    closeTo(columns.curve.innerProduct[1], 0, 0, 1e-15);
    closeTo(columns.curve.se[1], 3 / Math.sqrt(3), 1e-14);
    closeTo(columns.curve.innerProduct[0], 2 / 3, 1e-14);
    for (const unknown of [columns.curve.populationInnerProduct, columns.curve.populationSe, columns.curve.cosine, columns.agreementSe]) {
      assert.ok(unknown.every(Number.isNaN));
    }
    assert.ok(Number.isNaN(columns.agreement[3]) && Number.isNaN(columns.agreement[4]));
  });

  it('prefers an exact rate', () => {
    const columns = givenAgreementColumns({
      agreement: Float64Array.of(2, NaN, NaN, 4, NaN),
      n,
      c,
      exactRate: Float64Array.of(NaN, NaN, NaN, 0.5, NaN),
    });
    // w_2: 1.5 by counts, 1 by the exact rate.
    closeTo(columns?.curve.innerProduct[1] ?? NaN, (1.5 * 2 + 1 * 4) / 2, 1e-14);
  });

  it('goes to k = 64 at least, and further with the samples or when asked in range', () => {
    const given = { agreement: Float64Array.of(1), c: Int32Array.of(1), exactRate: null };
    assert.equal(givenAgreementColumns({ ...given, n: Int32Array.of(8) })?.curve.k.at(-1), 64);
    assert.equal(givenAgreementColumns({ ...given, n: Int32Array.of(100) })?.curve.k.at(-1), 100);
  });

  it('gives null when nothing is known', () => {
    assert.equal(givenAgreementColumns({ agreement: Float64Array.of(NaN), n: Int32Array.of(4), c: Int32Array.of(1), exactRate: null }), null);
    assert.equal(givenAgreementColumns({ agreement: Float64Array.of(1), n: Int32Array.of(0), c: Int32Array.of(0), exactRate: null }), null);
  });
});
