import assert from 'node:assert/strict';
import { promptGradientColumns } from '../../../src/core/interference/promptGradientColumns';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { sharedDataExists } from '../sharedData';
import { dot } from '../smallPolicy';
import { toyA, toyB, type ToyPrompts } from '../toyPrompts';

function exactColumns(toy: ToyPrompts): NonNullable<ReturnType<typeof promptGradientColumns>> {
  const none = new Int32Array(toy.p.length);
  const columns = promptGradientColumns({ vectors: toy.gradients, n: none, c: none, exactRate: Float64Array.from(toy.p), projection: null });
  assert.ok(columns !== null);
  return columns;
}

describe('promptGradientColumns', () => {
  it('is exact where exact pass rates come with the gradients', () => {
    const { estimator, source, curve, agreement, agreementSe, included, dimension } = exactColumns(toyB);
    assert.deepEqual([estimator, source, dimension], ['exact', 'prompt_grad', 2]);
    assert.ok(included.every((one) => one === 1) && agreementSe.every((se) => se === 0) && curve.se.every((se) => se === 0));
    toyB.agreement.forEach((value, x) => closeTo(agreement[x], value, 1e-12));
    for (let k = 1; k <= 64; k++) {
      const terms = toyB.p.map((p, x) => k * (1 - p) ** (k - 1) * toyB.agreement[x]);
      closeTo(curve.innerProduct[k - 1], terms.reduce((sum, term) => sum + term, 0) / 12, 1e-12, 1e-15);
    }
  });

  it('turns negative at k = 2 for the two prompts of the paper and at k = 7 for the twelve', () => {
    assert.equal(exactColumns(toyA).curve.innerProduct.findIndex((value) => value < 0) + 1, 2);
    assert.equal(exactColumns(toyB).curve.innerProduct.findIndex((value) => value < 0) + 1, 7);
  });

  it('leaves the pairs of a prompt with itself out of the population', () => {
    const { curve } = exactColumns(toyA);
    const [w0, w1] = toyA.p.map((p) => 4 * (1 - p) ** 3);
    closeTo(curve.populationInnerProduct[3], ((w0 + w1) / 2) * dot(toyA.gradients[0], toyA.gradients[1]), 1e-12);
    // Two prompts pull equally, so their pulls have no spread.
    closeTo(curve.populationSe[3], 0, 0, 1e-15);
  });

  it('is a plug-in with counts: w(c/n), the error over prompts as a bound, the error of each agreement unknown', () => {
    const n = new Int32Array(12).fill(16);
    const c = Int32Array.from(toyB.p, (p) => Math.round(16 * p));
    const columns = promptGradientColumns({ vectors: toyB.gradients, n, c, exactRate: null, projection: 'none', asked: [100] });
    assert.ok(columns !== null);
    const { curve, estimator, agreementSe } = columns;
    assert.equal(estimator, 'plug-in');
    const terms = toyB.agreement.map((a, x) => 8 * (1 - c[x] / 16) ** 7 * a);
    closeTo(curve.innerProduct[7], terms.reduce((sum, term) => sum + term, 0) / 12, 1e-12);
    assert.deepEqual([...curve.se], [...curve.populationSe]);
    assert.ok(agreementSe.every(Number.isNaN));
    assert.equal(curve.k.length, 64);
  });

  it('includes prompts with a finite vector and enough samples only', () => {
    const vectors = [Float64Array.of(1, 0), null, Float64Array.of(NaN, 0), Float64Array.of(0, 1), Float64Array.of(1, 1)];
    const columns = promptGradientColumns({
      vectors,
      n: Int32Array.of(16, 16, 16, 2, 16),
      c: Int32Array.of(3, 3, 3, 1, 4),
      exactRate: null,
      projection: null,
    });
    assert.deepEqual([...(columns?.included ?? [])], [1, 0, 0, 0, 1]);
  });

  it('does not take a vector of zeros from a prompt of one verdict for a gradient', () => {
    const columns = promptGradientColumns({
      vectors: [Float64Array.of(0, 0), Float64Array.of(1, 0), Float64Array.of(0.5, 0)],
      n: Int32Array.of(8, 8, 8),
      c: Int32Array.of(0, 4, 8),
      exactRate: null,
      projection: null,
    });
    assert.ok(columns !== null && Number.isNaN(columns.agreement[0]));
    closeTo(columns.agreement[1], 0.5, 1e-15);
    closeTo(columns.agreement[2], 0.25, 1e-15);
  });

  it('gives null without any usable vector, and refuses vectors of different length', () => {
    const rest = { n: Int32Array.of(8), c: Int32Array.of(2), exactRate: null, projection: null };
    assert.equal(promptGradientColumns({ vectors: [null], ...rest }), null);
    assert.equal(promptGradientColumns({ vectors: [Float64Array.of(NaN)], ...rest }), null);
    assert.throws(() => promptGradientColumns({ vectors: [Float64Array.of(1), Float64Array.of(1, 2)], ...rest }), RangeError);
  });

  if (sharedDataExists) {
    it('equals the golden toys at every k up to 64', () => {
      const { toyA_paper_sec3_3, toyB_main } = golden();
      for (const [toy, expected] of [[toyA, toyA_paper_sec3_3], [toyB, toyB_main]] as const) {
        const { curve, agreement } = exactColumns(toy);
        expected.a.forEach((value, x) => closeTo(agreement[x], value, 1e-12));
        expected.IP.forEach((value, i) => closeTo(curve.innerProduct[i], value, 1e-12, 1e-15));
        expected.cos.forEach((value, i) => closeTo(curve.cosine[i], value, 1e-11, 1e-13));
      }
    });
  }
});
