import assert from 'node:assert/strict';
import { gradientBasis } from '../../../src/core/interference/gradientBasis';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';
import { dot } from '../smallPolicy';

function rows(flat: Float64Array, d: number): Float64Array[] {
  return Array.from({ length: flat.length / d }, (_, i) => flat.slice(i * d, (i + 1) * d));
}

function assertSpans(vectors: Float64Array, d: number): number {
  const { size, vectors: units, coordinates } = gradientBasis(vectors, d);
  const basis = rows(units, d);
  basis.forEach((one, i) => basis.forEach((other, j) => closeTo(dot(one, other), i === j ? 1 : 0, 1e-10, 1e-10)));
  rows(vectors, d).forEach((vector, i) => {
    const length = Math.sqrt(dot(vector, vector));
    vector.forEach((value, j) => {
      const sum = basis.reduce((total, unit, r) => total + coordinates[i * size + r] * unit[j], 0);
      closeTo(sum, value, 0, 1e-11 * length);
    });
  });
  return size;
}

describe('gradientBasis', () => {
  it('puts every vector together from orthonormal ones, tiny vectors as well as large', () => {
    const random = randomNumbers(8);
    const vectors = Float64Array.from({ length: 5 * 7 }, (_, i) => (random() - 0.5) * 10 ** (4 - 2 * Math.floor(i / 7)));
    assert.equal(assertSpans(vectors, 7), 5);
    assert.equal(assertSpans(vectors, 5), 5);
  });

  it('needs no more vectors than the rank', () => {
    const random = randomNumbers(8);
    const [a, b] = [0, 1].map(() => Array.from({ length: 30 }, random));
    const mixed = Float64Array.from(Array.from({ length: 12 }, (_, i) => a.map((value, j) => i * value + (i - 4) ** 2 * b[j])).flat());
    assert.equal(assertSpans(mixed, 30), 2);
  });

  it('gets by with nothing for vectors of zeros, and for none', () => {
    assert.equal(gradientBasis(new Float64Array(6), 3).size, 0);
    assert.equal(gradientBasis(new Float64Array(0), 3).size, 0);
  });
});
