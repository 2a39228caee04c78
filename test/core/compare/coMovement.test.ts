import assert from 'node:assert/strict';
import { coMovement } from '../../../src/core/compare/coMovement';
import { closeTo } from '../closeTo';

const checkpoint = (...c: number[]): { n: Int32Array; c: Int32Array } => ({ n: Int32Array.from(c, () => 10), c: Int32Array.from(c) });

describe('coMovement', () => {
  it('is the mean product of changes over steps and pairs of different prompts', () => {
    const series = [checkpoint(1, 2, 5, 9), checkpoint(3, 3, 4, 9), checkpoint(4, 3, 2, 0)];
    const changes = [[0.2, 0.1, -0.1, 0], [0.1, 0, -0.2, -0.9]];
    const [own, cross, , other] = coMovement(series, [0, 0, 1, 1], 2);
    closeTo(own, (0.2 * 0.1 + 0.1 * 0) / 2, 1e-13, 1e-17);
    closeTo(cross, changes.reduce((sum, [a, b, c, d]) => sum + a * c + a * d + b * c + b * d, 0) / 8, 1e-13);
    closeTo(other, (-0.1 * 0 + -0.2 * -0.9) / 2, 1e-13);
  });

  it('leaves out prompts of no group and steps of prompts without samples', () => {
    const gap = { n: Int32Array.of(10, 0, 10), c: Int32Array.of(3, 0, 1) };
    const blocks = coMovement([checkpoint(1, 2, 5), gap], [0, 1, -1], 2);
    assert.ok(blocks.every(Number.isNaN));
  });

  it('is unknown without steps, and refuses columns of different length', () => {
    assert.ok(coMovement([checkpoint(1, 2)], [0, 0], 1).every(Number.isNaN));
    assert.throws(() => coMovement([checkpoint(1, 2), checkpoint(1)], [0, 0], 1), RangeError);
  });
});
