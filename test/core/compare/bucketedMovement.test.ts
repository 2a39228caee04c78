import assert from 'node:assert/strict';
import { bucketedMovement } from '../../../src/core/compare/bucketedMovement';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';

describe('bucketedMovement', () => {
  it('measures in the bucket that the other samples chose', () => {
    const choosing = { n: Int32Array.of(10, 10, 10, 0), c: Int32Array.of(1, 9, 2, 0) };
    const before = { n: Int32Array.of(4, 4, 4, 4), c: Int32Array.of(4, 0, 1, 2) };
    const after = { n: Int32Array.of(4, 4, 4, 4), c: Int32Array.of(3, 1, 3, 4) };
    // 1 - 0.9 is 0.09999999999999998, below the rate of the first prompt: on the edge all the same.
    const [low, middle, high] = bucketedMovement(choosing, { before, after }, [1 - 0.9, 0.5]);
    assert.deepEqual([low.mean, low.count], [-0.25, 1]);
    assert.deepEqual([middle.mean, middle.count], [0.5, 1]);
    assert.deepEqual([high.mean, high.count], [0.25, 1]);
  });

  it('sees no movement where there is none, though choosing and measuring on the same samples does', () => {
    const random = randomNumbers(71);
    const rates = Array.from({ length: 4000 }, () => random());
    const draw = (): { n: Int32Array; c: Int32Array } => ({
      n: new Int32Array(4000).fill(8),
      c: Int32Array.from(rates, (rate) => Array.from({ length: 8 }, () => random() < rate).filter(Boolean).length),
    });
    const [choosing, before, after] = [draw(), draw(), draw()];
    for (const { mean, se } of bucketedMovement(choosing, { before, after }, [0.25, 0.75])) assert.ok(Math.abs(mean) < 3 * se);
    const [low, , high] = bucketedMovement(before, { before, after }, [0.25, 0.75]);
    assert.ok(low.mean > 5 * low.se && high.mean < -5 * high.se);
    closeTo(low.mean, -high.mean, 0, 0.03);
  });
});
