import assert from 'node:assert/strict';
import { toyContour } from '../../../webview/charts/toyContour';
import { golden } from '../../core/golden';
import { sharedDataExists } from '../../core/sharedData';

/** What the table says of the reference policy: θ, pass@1, pass@k and the inner product. */
function reference(k: number): string[] {
  const { twin } = toyContour(k);
  return [0, 1, 2, 3].map((column) => twin.cell(0, column));
}

describe('toyContour', () => {
  it('has at the reference policy the numbers of a policy of two answers, worked out by hand', () => {
    // π(1|x) = σ(-2 ± 0.2): p = 1 - 0.141851 of the easy prompt and 0.0997505 of the hard one.
    // pass@2 = 1 - (0.141851² + 0.900250²) / 2; ∇p by θ0 = -0.121729 and 0.0898003, by θ1 = ±0.1 of it.
    assert.deepEqual(reference(2), ['−2, −2', '0.479', '0.585', '−0.000911']);
    assert.match(toyContour(2).notes[1], /^At the cross pass@1 = 0\.479, pass@2 = 0\.585, inner product −0\.000911\.$/);
  });

  it('prints what the paper prints to two digits: pass@1 0.48 and pass@10 0.83', () => {
    // 0.478950 and 0.825177 before they are rounded.
    assert.deepEqual(reference(10).slice(1, 3), ['0.479', '0.825']);
  });

  it('shades nothing at k = 1, where both gradients are the same', () => {
    const values = toyContour(1).field?.values ?? [];
    assert.ok(values.length > 0 && values.every(Number.isNaN));
  });

  it('shades the reference policy and not its mirror image above, and says so of each', () => {
    const { field } = toyContour(8);
    assert.ok(field);
    const { columns, rows, x, y, values } = field;
    const told = (theta0: number, theta1: number): [boolean, string] => {
      const column = Math.floor(((theta0 - x[0]) / (x[1] - x[0])) * columns);
      const row = Math.floor(((theta1 - y[0]) / (y[1] - y[0])) * rows);
      return [values[row * columns + column] === -1, field.describe(column, row)[2]];
    };
    const [below, above] = [told(-2, -2), told(-2, 2)];
    assert.deepEqual([below[0], above[0]], [true, false]);
    assert.match(below[1], /^inner product −.*: conflict$/);
    assert.match(above[1], /^inner product [0-9.e−]+$/);
  });

  if (sharedDataExists) {
    it('has the golden numbers of the paper’s two prompts at every k', () => {
      const { J, IP, theta } = golden().toyA_paper_sec3_3;
      assert.deepEqual(theta, [-2, -2]);
      for (const k of [1, 2, 8, 16, 64]) {
        const [, passAt1, passAtK, innerProduct] = reference(k).map((text) => Number(text.replaceAll('−', '-')));
        assert.equal(passAt1, Number(J[0].toFixed(3)));
        assert.equal(passAtK, Number(J[k - 1].toFixed(3)));
        assert.equal(innerProduct, Number(IP[k - 1].toPrecision(3)), `k = ${k}`);
      }
    });
  }
});
