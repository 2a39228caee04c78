import assert from 'node:assert/strict';
import { attemptCost } from '../../../src/core/counts/attemptCost';
import { countGroups } from '../../../src/core/counts/countGroups';
import { lengthCost } from '../../../src/core/counts/lengthCost';

const [n, c] = [Int32Array.of(6, 6, 6, 3), Int32Array.of(2, 0, 6, 1)];

/** Every order of k of the n samples: what was read up to the first correct one, and of all k. */
function readByHand(samples: readonly boolean[], lengths: readonly [number, number], k: number): { all: number; stopping: number; solved: number } {
  const sum = { orders: 0, all: 0, stopping: 0, solved: 0 };
  const draw = (drawn: readonly number[]): void => {
    if (drawn.length < k) {
      for (let sample = 0; sample < samples.length; sample++) if (!drawn.includes(sample)) draw([...drawn, sample]);
      return;
    }
    const read = drawn.map((sample) => lengths[samples[sample] ? 0 : 1]);
    const first = drawn.findIndex((sample) => samples[sample]);
    sum.orders++;
    sum.all += read.reduce((a, b) => a + b, 0);
    sum.stopping += read.slice(0, first < 0 ? k : first + 1).reduce((a, b) => a + b, 0);
    sum.solved += first < 0 ? 0 : 1;
  };
  draw([]);
  return { all: sum.all / sum.orders, stopping: sum.stopping / sum.orders, solved: sum.solved / sum.orders };
}

describe('lengthCost', () => {
  it('is what reading in every order gives', () => {
    const [correct, wrong] = [Float64Array.of(100, NaN, 40, 70), Float64Array.of(300, 500, NaN, 90)];
    for (const k of [1, 2, 3]) {
      const read = Array.from(n, (count, x) => readByHand(Array.from({ length: count }, (_, at) => at < c[x]), [correct[x], wrong[x]], k));
      const total = (of: (one: (typeof read)[number]) => number): number => read.reduce((sum, one) => sum + of(one), 0);
      const cost = lengthCost(n, c, { correct, wrong }, k);
      assert.equal(cost.prompts, 4);
      assert.ok(Math.abs(cost.all - total((one) => one.all) / total((one) => one.solved)) < 1e-9, `all, k = ${k}`);
      assert.ok(Math.abs(cost.stopping - total((one) => one.stopping) / total((one) => one.solved)) < 1e-9, `stopping, k = ${k}`);
    }
  });

  it('counts attempts where every response is one long', () => {
    const one = new Float64Array(4).fill(1);
    const cost = lengthCost(n, c, { correct: one, wrong: one }, 3);
    const attempts = attemptCost(countGroups(n, c), 3);
    assert.ok(Math.abs(cost.stopping - attempts.stopping) < 1e-12);
    assert.ok(Math.abs(cost.all - attempts.all) < 1e-12);
  });

  it('leaves out prompts whose lengths are unknown, and knows nothing without a solved one', () => {
    assert.equal(lengthCost(n, c, { correct: Float64Array.of(NaN, NaN, 40, 70), wrong: Float64Array.of(300, 500, NaN, NaN) }, 2).prompts, 2);
    assert.ok(Number.isNaN(lengthCost([4], [0], { correct: Float64Array.of(NaN), wrong: Float64Array.of(3) }, 2).all));
  });
});
