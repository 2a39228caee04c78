import assert from 'node:assert/strict';
import { kernelRow } from '../../../src/core/interference/kernelRow';

const a = { vector: Float64Array.of(1, 2), squaredNorm: 4.5 };
const b = { vector: Float64Array.of(-1, 1), squaredNorm: 2 };

describe('kernelRow', () => {
  it('multiplies one gradient with all, and corrects the diagonal', () => {
    assert.deepEqual([...kernelRow([a, b, null], 0)], [4.5, 1, NaN]);
    assert.deepEqual([...kernelRow([a, b, null], 1)], [1, 2, NaN]);
  });

  it('is unknown throughout where the prompt itself is', () => {
    assert.deepEqual([...kernelRow([a, b, null], 2)], [NaN, NaN, NaN]);
  });
});
