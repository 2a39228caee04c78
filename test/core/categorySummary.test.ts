import assert from 'node:assert/strict';
import { categorySummary } from '../../src/core/categorySummary';
import type { GradientColumns, PromptColumns } from '../../src/core/promptColumns';
import { reportBasis } from '../../src/core/reportBasis';
import { closeTo } from './closeTo';

const nobody = new Float64Array(0);

function gradients(agreement: readonly number[]): GradientColumns {
  return {
    source: 'agreement', estimator: 'plug-in', dimension: null, projection: null, included: new Uint8Array(agreement.length).fill(1),
    agreement: Float64Array.from(agreement), agreementSe: new Float64Array(agreement.length).fill(NaN), pairs: null,
    curve: { k: new Int32Array(0), innerProduct: nobody, se: nobody, populationInnerProduct: nobody, populationSe: nobody, cosine: nobody, plugIn: nobody },
  };
}

function prompts(c: readonly number[], agreement: readonly number[] | null): PromptColumns {
  return {
    id: c.map((_, x) => `p${x}`), n: new Int32Array(c.length).fill(4), c: Int32Array.from(c), errored: new Int32Array(c.length), exactRate: null,
    gradients: agreement && gradients(agreement),
  };
}

describe('categorySummary', () => {
  //                                 b  a  a  b  -  b
  const columns = prompts([0, 4, 2, 1, 3, 0], [-1, NaN, 2, -1.5, 9, NaN]);
  const found = categorySummary(columns, { names: ['a', 'b', 'none'], of: Int32Array.of(1, 0, 0, 1, -1, 1) }, reportBasis(columns), 2);

  it('gives each category its numbers, worked by hand, the largest first', () => {
    assert.deepEqual(found.rows.map(({ category, prompts, unsolved, saturated }) => [category, prompts, unsolved, saturated]), [['b', 3, 2, 0], ['a', 2, 0, 1]]);
    const [b, a] = found.rows;
    closeTo(b.passAt1.estimate ?? NaN, 0.25 / 3, 1e-15);
    closeTo(b.passAtK.estimate ?? NaN, (1 - 3 / 6) / 3, 1e-15);
    closeTo(a.passAtK.estimate ?? NaN, (1 + (1 - 1 / 6)) / 2, 1e-15);
    // w_2 = 2 (n - c)/n: 2, 0, 1, 1.5, 0.5, 2 in the order of the prompts; the one without a category has its share too.
    closeTo(b.weightShare ?? NaN, 5.5 / 7, 1e-15);
    closeTo(a.weightShare ?? NaN, 1 / 7, 1e-15);
    assert.deepEqual([b.agreement.estimate, b.agreement.prompts, a.agreement.prompts, a.agreement.se], [-1.25, 2, 1, null]);
    assert.equal(found.without, 1);
  });

  it('keeps intervals of rates within 0 and 1, and gives prompts that all fail no certainty', () => {
    const rates = prompts([4, 4, 3, 0, 0], null);
    const { rows, clustered } = categorySummary(rates, { names: ['most', 'none'], of: Int32Array.of(0, 0, 0, 1, 1) }, reportBasis(rates), 2);
    const [most, none] = rows;
    // By hand: m = 11/12, se = (1/12), t_2 = 4.3026527: log-odds 2.3978953 ± 4.3026527 / 12 / (11/144).
    closeTo(most.passAt1.ci?.[0] ?? NaN, 1 / (1 + Math.exp(-2.3978953 + 4.693803)), 1e-6);
    closeTo(most.passAt1.ci?.[1] ?? NaN, 1 / (1 + Math.exp(-2.3978953 - 4.693803)), 1e-6);
    // Wilson's for 0 of 2.
    closeTo(none.passAt1.ci?.[1] ?? NaN, 1.959964 ** 2 / (2 + 1.959964 ** 2), 1e-6);
    assert.ok(clustered.passAt1.ci !== null && clustered.passAt1.ci[0] >= 0 && clustered.passAt1.ci[1] <= 1);
  });

  it('clusters by category: the error by its formula', () => {
    const values = [0, 1, 0.5, 0.25, 0];
    const mean = values.reduce((sum, value) => sum + value, 0) / 5;
    closeTo(found.clustered.passAt1.estimate ?? NaN, mean, 1e-15);
    closeTo(found.clustered.passAt1.se ?? NaN, Math.hypot(1.5 - 2 * mean, 0.25 - 3 * mean) / 5, 1e-14);
  });

  it('names the sign of a category only where chance does not give it so among so many categories', () => {
    const agreement = Array.from({ length: 120 }, (_, x) => (x % 3 === 0 ? -1 : x % 3 === 1 ? 1 : 0) + ((x * 7919) % 13) / 6 - 1);
    const many = prompts(agreement.map(() => 2), agreement);
    const { rows } = categorySummary(many, { names: ['down', 'up', 'neither'], of: Int32Array.from(agreement, (_, x) => x % 3) }, reportBasis(many), 2);
    assert.deepEqual(Object.fromEntries(rows.map(({ category, interference }) => [category, interference])), { down: 'negative', up: 'positive', neither: 'unclear' });
  });

  it('knows no agreement without gradients', () => {
    const plain = prompts([1, 2], null);
    const [row] = categorySummary(plain, { names: ['a'], of: Int32Array.of(0, 0) }, reportBasis(plain), 2).rows;
    assert.deepEqual([row.agreement.estimate, row.interference], [null, 'unknown']);
  });
});
