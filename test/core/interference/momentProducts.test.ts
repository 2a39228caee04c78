import assert from 'node:assert/strict';
import { gradientBasis } from '../../../src/core/interference/gradientBasis';
import { momentProducts } from '../../../src/core/interference/momentProducts';
import { seededRandom } from '../../../src/core/seededRandom';

describe('momentProducts', () => {
  it('says of samples projected on a basis what projecting each on every vector says, and reads the upper triangle only', () => {
    const random = seededRandom(2);
    const [d, count] = [5, 4];
    const vectors = Float64Array.from({ length: count * d }, () => random() - 0.5);
    const basis = gradientBasis(vectors, d);
    const stride = basis.size + 3;
    const moments = new Float64Array(basis.size * stride).fill(NaN);
    for (let row = 0; row < basis.size; row++) moments.fill(0, row * stride + row, (row + 1) * stride);
    const expected = { tt: 0, tu: new Float64Array(count), uu: new Float64Array(count) };
    const dot = (a: ArrayLike<number>, b: ArrayLike<number>, from: number) => Array.from(a).reduce((sum, value, j) => sum + value * b[from + j], 0);
    for (let sample = 0; sample < 7; sample++) {
      const s = Float64Array.from({ length: d }, () => random() - 0.5);
      const y = Array.from({ length: basis.size }, (_, at) => dot(s, basis.vectors, at * d));
      for (let row = 0; row < basis.size; row++) for (let column = row; column < basis.size; column++) moments[row * stride + column] += y[row] * y[column];
      const t = dot(s, vectors, 0);
      expected.tt += t * t;
      for (let i = 0; i < count; i++) {
        expected.tu[i] += t * dot(s, vectors, i * d);
        expected.uu[i] += dot(s, vectors, i * d) ** 2;
      }
    }
    const { tt, tu, uu } = momentProducts(moments, stride, basis);
    const near = (a: number, b: number) => { assert.ok(Math.abs(a - b) < 1e-12, `${a} ${b}`); };
    near(tt, expected.tt);
    tu.forEach((value, i) => { near(value, expected.tu[i]); });
    uu.forEach((value, i) => { near(value, expected.uu[i]); });
  });

  it('is nothing where there is no vector', () => {
    assert.deepEqual(momentProducts(new Float64Array(0), 0, { size: 0, vectors: new Float64Array(0), coordinates: new Float64Array(0) }), { tt: 0, tu: new Float64Array(0), uu: new Float64Array(0) });
  });
});
