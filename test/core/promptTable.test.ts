import assert from 'node:assert/strict';
import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import { promptTable } from '../../src/core/promptTable';
import { reportBasis } from '../../src/core/reportBasis';
import { closeTo } from './closeTo';

const nothing = new Float64Array(0);
const curve = { k: new Int32Array(0), innerProduct: nothing, se: nothing, populationInnerProduct: nothing, populationSe: nothing, cosine: nothing, plugIn: nothing };

/** Four prompts: 2 of 16, none of 16, an exact rate of 0.3, and no samples. */
function columns(samples: number): PromptColumns {
  const n = Int32Array.of(samples, samples, 0, 0);
  const unknown = () => new Float64Array(4).fill(NaN);
  const gradients: GradientColumns = {
    source: 'score_grad', estimator: 'unbiased', dimension: 2, projection: null, included: Uint8Array.of(1, 1, 0, 0), curve,
    agreement: Float64Array.of(-0.5, NaN, NaN, NaN), agreementSe: Float64Array.of(0.25, NaN, NaN, NaN),
    pairs: { n, c: Int32Array.of(2, 0, 0, 0), correctDotRest: unknown(), wrongDotRest: unknown(), correctPairs: unknown(), crossPairs: unknown(), wrongPairs: unknown() },
  };
  return { id: ['a', 'b', 'c', 'd'], n, c: Int32Array.of(2, 0, 0, 0), errored: new Int32Array(4), exactRate: Float64Array.of(NaN, NaN, 0.3, NaN), gradients };
}

describe('promptTable', () => {
  const table = (samples: number) => promptTable(columns(samples), reportBasis(columns(samples)), { k: 4, hardBelow: 0.1, easyAbove: 0.85 }, undefined);

  it('carries the interval of the pass rate over to pass@k and, turned round, to the weight', () => {
    const [{ ci, passAtKCi, weightCi }] = table(16);
    assert.ok(ci && passAtKCi && weightCi);
    ci.forEach((end, i) => {
      closeTo(passAtKCi[i], 1 - (1 - end) ** 4, 1e-13);
      closeTo(weightCi[1 - i], 4 * (1 - end) ** 3, 1e-13);
    });
    assert.ok(passAtKCi[0] < passAtKCi[1] && weightCi[0] < weightCi[1]);
  });

  it('leaves a prompt never solved its upper end only, an exact rate its point, and no samples nothing', () => {
    const [, unsolved, exact, none] = table(16);
    assert.deepEqual([unsolved.passAtKCi?.[0], unsolved.weightCi?.[1]], [0, 4]);
    assert.deepEqual(exact.passAtKCi, [exact.passAtK, exact.passAtK]);
    assert.deepEqual([none.passAtKCi, none.weightCi, none.agreementCi], [null, null, null]);
  });

  it('gives agreement the interval of Student for the samples of its prompt, and none where it is unknown', () => {
    const [known, unknown] = table(16);
    // t of 15 degrees of freedom.
    closeTo(known.agreementCi?.[1] ?? NaN, -0.5 + 2.131449545559323 * 0.25, 1e-9);
    closeTo(table(64)[0].agreementCi?.[0] ?? NaN, -0.5 - 1.959963984540054 * 0.25, 1e-12);
    assert.equal(unknown.agreementCi, null);
  });
});
