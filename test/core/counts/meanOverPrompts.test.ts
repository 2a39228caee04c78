import assert from 'node:assert/strict';
import { meanOverPrompts } from '../../../src/core/counts/meanOverPrompts';
import { closeTo } from '../closeTo';

describe('meanOverPrompts', () => {
  it('gives mean, standard error and the t interval of a case worked by hand', () => {
    // 1, 2, 3, 4: mean 2.5, variance 5/3, SE sqrt(5/12); t with 3 degrees of freedom is 3.182446305
    const { count, mean, se, ci } = meanOverPrompts([1, 2, 3, 4]);
    assert.deepEqual([count, mean], [4, 2.5]);
    closeTo(se, Math.sqrt(5 / 12), 1e-15);
    closeTo(ci[0], 2.5 - 3.182446305284263 * Math.sqrt(5 / 12), 1e-10);
    closeTo(ci[1], 2.5 + 3.182446305284263 * Math.sqrt(5 / 12), 1e-10);
  });

  it('uses the normal quantile from 50 prompts on', () => {
    const { mean, se, ci } = meanOverPrompts(Array.from({ length: 50 }, (_, i) => i % 2));
    closeTo(ci[1] - mean, 1.959963984540054 * se, 1e-12);
  });

  it('leaves unknown values out, and says unknown when too few are left', () => {
    assert.equal(meanOverPrompts([NaN, 3, NaN, 5]).mean, 4);
    assert.equal(meanOverPrompts([NaN, 3, NaN, 5]).count, 2);
    const one = meanOverPrompts([3]);
    assert.equal(one.mean, 3);
    assert.deepEqual([one.se, ...one.ci], [NaN, NaN, NaN]);
    assert.ok(Number.isNaN(meanOverPrompts([]).mean));
  });

  it('does not care how equal values are gathered, nor in which order they come', () => {
    const values = [0.2, 0.9, 0.2, 0.5, 0.9, 0.9];
    const plain = meanOverPrompts(values);
    const gathered = meanOverPrompts([0.9, 0.2, 0.5], [3, 2, 1]);
    for (const key of ['mean', 'se'] as const) closeTo(gathered[key], plain[key], 1e-14);
    closeTo(meanOverPrompts([...values].reverse()).se, plain.se, 1e-14);
    assert.equal(gathered.count, 6);
  });

  it('keeps the digits of a small spread on a large mean', () => {
    closeTo(meanOverPrompts([1e9, 1e9 + 1]).se, 0.5, 1e-12);
  });
});
