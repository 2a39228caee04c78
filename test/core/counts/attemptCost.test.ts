import assert from 'node:assert/strict';
import { attemptCost } from '../../../src/core/counts/attemptCost';
import { countGroups } from '../../../src/core/counts/countGroups';

const costOf = (n: readonly number[], c: readonly number[], k: number): ReturnType<typeof attemptCost> => attemptCost(countGroups(Int32Array.from(n), Int32Array.from(c)), k);

/** Every order of drawing k of the n samples without putting back, tried one after the other until one is correct. */
function triedByHand(n: number, c: number, k: number): { attempts: number; solved: number } {
  let [orders, attempts, solved] = [0, 0, 0];
  const draw = (drawn: readonly number[]): void => {
    if (drawn.length === k) {
      const first = drawn.findIndex((sample) => sample < c);
      orders++;
      attempts += first < 0 ? k : first + 1;
      solved += first < 0 ? 0 : 1;
      return;
    }
    for (let sample = 0; sample < n; sample++) if (!drawn.includes(sample)) draw([...drawn, sample]);
  };
  draw([]);
  return { attempts: attempts / orders, solved: solved / orders };
}

describe('attemptCost', () => {
  it('is what drawing in every order gives', () => {
    const [n, c] = [[5, 5, 6, 4], [1, 5, 2, 0]];
    for (let k = 1; k <= 4; k++) {
      const tried = n.map((count, x) => triedByHand(count, c[x], k));
      const solved = tried.reduce((sum, one) => sum + one.solved, 0);
      const { all, stopping, wrong, prompts } = costOf(n, c, k);
      assert.equal(prompts, 4);
      assert.ok(Math.abs(all - (4 * k) / solved) < 1e-12);
      assert.ok(Math.abs(stopping - tried.reduce((sum, one) => sum + one.attempts, 0) / solved) < 1e-12, `k = ${k}`);
      assert.ok(Math.abs(wrong - (stopping - 1)) < 1e-12);
    }
  });

  it('has the interval of a ratio of means over prompts', () => {
    // x = 0.5, 1 solved; y = 1, 1 attempts: R = 4/3, residuals 1/3 and -1/3, SE = √(2/9/2)/0.75, t(1) = 12.706
    const { stopping, stoppingCi } = costOf([2, 2], [1, 2], 1);
    assert.ok(Math.abs(stopping - 4 / 3) < 1e-12);
    assert.ok(Math.abs(stoppingCi[1] - (4 / 3 + (12.706205 * Math.sqrt(1 / 9)) / 0.75)) < 1e-4);
    assert.equal(stoppingCi[0], 1);
  });

  it('leaves out prompts with fewer than k samples', () => assert.equal(costOf([4, 8], [1, 4], 6).prompts, 1));
  it('knows no cost where nothing was solved, or nothing was tried so often', () => {
    assert.ok(Number.isNaN(costOf([4, 4], [0, 0], 2).all));
    assert.ok(Number.isNaN(costOf([4, 4], [0, 0], 2).stopping));
    assert.ok(Number.isNaN(costOf([4, 4], [1, 1], 5).all));
  });
});
