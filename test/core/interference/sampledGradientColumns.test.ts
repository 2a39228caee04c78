import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../../src/core/interference/gradientSpread';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { weightedAgreementColumn } from '../../../src/core/interference/weightedAgreementColumn';
import type { GradientColumns } from '../../../src/core/promptColumns';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { firstPass, samplesOf } from '../sampledRun';
import { sharedDataExists } from '../sharedData';
import { dot, everyOutcome, everyRun, smallPolicy } from '../smallPolicy';

const size = smallPolicy.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const meanGradient = smallPolicy[0].gradient.map((_, j) => mean(smallPolicy.map(({ gradient }) => gradient[j])));
const weight = (p: number, k: number): number => k * (1 - p) ** (k - 1);
const trueAgreement = smallPolicy.map(({ gradient }) => dot(gradient, meanGradient));

describe('sampledGradientColumns', () => {
  it('has the true inner products and agreements as its expectation, over every possible run of a small policy', () => {
    const ks = [1, 2, 3, 4];
    const innerProduct = ks.map(() => 0);
    const population = ks.map(() => 0);
    const agreement = smallPolicy.map(() => 0);
    let total = 0;
    everyRun(smallPolicy.map((prompt) => everyOutcome(prompt, 5)), (probability, run) => {
      total += probability;
      const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), size);
      const columns = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
      ks.forEach((k, i) => {
        // Where no prompt has both verdicts the estimate is 0, shown as unknown.
        innerProduct[i] += probability * known(columns.curve.innerProduct[k - 1]);
        population[i] += probability * known(columns.curve.populationInnerProduct[k - 1]);
      });
      columns.agreement.forEach((value, prompt) => (agreement[prompt] += probability * known(value)));
    });
    closeTo(total, 1, 1e-12);
    ks.forEach((k, i) => {
      const benchmark = mean(smallPolicy.map(({ p }, x) => weight(p, k) * trueAgreement[x]));
      let pairs = 0;
      smallPolicy.forEach((one, x) =>
        smallPolicy.forEach((other, y) => {
          if (x !== y) pairs += weight(one.p, k) * dot(one.gradient, other.gradient);
        }),
      );
      closeTo(innerProduct[i], benchmark, 1e-12);
      closeTo(population[i], pairs / (size * (size - 1)), 1e-12);
    });
    trueAgreement.forEach((value, x) => closeTo(agreement[x], value, 1e-12));
  });

  it('has w_k(x) a(x) as the expectation of the weighted agreement, whose mean is the inner product of each run', () => {
    const expected = [1, 2, 3, 4].map(() => smallPolicy.map(() => 0));
    everyRun(smallPolicy.map((prompt) => everyOutcome(prompt, 5)), (probability, run) => {
      const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), size);
      const gradients = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
      const columns = { id: ['a', 'b', 'c'], n, c, errored: new Int32Array(size), exactRate: null, gradients };
      for (let k = 1; k <= 4; k++) {
        const column = weightedAgreementColumn(columns, k);
        column.forEach((value, x) => (expected[k - 1][x] += probability * known(value)));
        closeTo(mean([...column].map(known)), known(gradients.curve.innerProduct[k - 1]), 1e-12, 1e-15);
      }
    });
    for (let k = 1; k <= 4; k++) {
      smallPolicy.forEach(({ p }, x) => closeTo(expected[k - 1][x], weight(p, k) * trueAgreement[x], 1e-12, 1e-15));
    }
  });

  it('works out the plug-in as the paper does: plain gradients, weights of c/n', () => {
    const samples = samplesOf(smallPolicy, [{ probability: 0, times: [1, 3, 1] }, { probability: 0, times: [2, 3] }, { probability: 0, times: [4, 1] }]);
    const { n, c, sums } = firstPass(samples, size);
    const { curve } = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    const plain = [0, 1, 2].map((x) => {
      const sum = new Float64Array(3);
      for (const { prompt, correct, score } of samples) {
        if (prompt === x && correct) score.forEach((value, j) => (sum[j] += value / 5));
      }
      return sum;
    });
    const whole = plain[0].map((_, j) => mean(plain.map((vector) => vector[j])));
    for (const k of [1, 2, 4]) {
      closeTo(curve.plugIn[k - 1], mean(plain.map((vector, x) => weight(c[x] / 5, k) * dot(vector, whole))), 1e-12);
    }
  });

  it('leaves agreement unknown where all samples share one verdict, but keeps such prompts in the mean', () => {
    const run = [{ probability: 0, times: [2, 3, 0] }, { probability: 0, times: [5, 0] }, { probability: 0, times: [2, 3] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), size);
    const columns = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    assert.deepEqual([...columns.included], [1, 1, 1]);
    assert.ok(Number.isNaN(columns.agreement[1]));
    const known = [0, 2].map((x) => columns.agreement[x]);
    closeTo(columns.curve.innerProduct[0], (known[0] + known[1]) / 3, 1e-12);
  });

  it('counts a prompt of one verdict the same with and without its vectors', () => {
    const run = [{ probability: 0, times: [2, 3, 0] }, { probability: 0, times: [0, 5] }, { probability: 0, times: [2, 3] }];
    const samples = samplesOf(smallPolicy, run);
    const whole = firstPass(samples, size);
    const { sums } = firstPass(samples.filter(({ prompt }) => prompt !== 1), size);
    const withVectors = sampledGradientColumns(gradientPopulation(whole.sums, whole.n, whole.c), null, 'score_grad', null);
    const without = sampledGradientColumns(gradientPopulation(sums, whole.n, whole.c), null, 'score_grad', null);
    assert.deepEqual([...without.curve.innerProduct], [...withVectors.curve.innerProduct]);
    assert.deepEqual([...without.included], [1, 1, 1]);
  });

  it('uses the samples that have a vector where a mixed prompt misses some, and leaves out one that has none', () => {
    const run = [{ probability: 0, times: [2, 4, 0] }, { probability: 0, times: [3, 3] }, { probability: 0, times: [2, 4] }];
    const samples = samplesOf(smallPolicy, run);
    const { n, c } = firstPass(samples, size);
    const seen = samples.filter(({ prompt }, i) => prompt !== 1 && i !== 0);
    const { sums } = firstPass(seen, size);
    const columns = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    assert.deepEqual([...columns.included], [1, 0, 1]);
    assert.deepEqual([...(columns.pairs?.n ?? [])], [5, 0, 6]);
    // The same as if the log had never held the others.
    const small = firstPass(seen.map((sample) => ({ ...sample, prompt: sample.prompt === 0 ? 0 : 1 })), 2);
    const expected = sampledGradientColumns(gradientPopulation(small.sums, small.n, small.c), null, 'score_grad', null);
    assert.deepEqual([...columns.curve.innerProduct], [...expected.curve.innerProduct]);
    assert.ok(Number.isNaN(columns.agreement[1]));
  });

  it('knows nothing when no prompt has both verdicts', () => {
    const run = [{ probability: 0, times: [5, 0, 0] }, { probability: 0, times: [0, 5] }, { probability: 0, times: [5, 0] }];
    const samples = samplesOf(smallPolicy, run);
    const { n, c, sums } = firstPass(samples, size);
    const population = gradientPopulation(sums, n, c);
    const spread = new GradientSpread(population);
    for (const { prompt, correct, score } of samples) spread.add(prompt, correct, score);
    const { curve, agreement } = sampledGradientColumns(population, spread, 'score_grad', null);
    for (const column of [curve.innerProduct, curve.se, curve.cosine, curve.plugIn, agreement]) assert.ok(column.every(Number.isNaN));
  });

  it('has no curve at all when no prompt has three samples', () => {
    const sums = new GradientSums(2);
    sums.add(0, true, Float64Array.of(1, 2));
    sums.add(0, false, Float64Array.of(1, 2));
    const columns = sampledGradientColumns(gradientPopulation(sums, Int32Array.of(2), Int32Array.of(1)), null, 'score_grad', null);
    assert.equal(columns.curve.k.length, 0);
    assert.deepEqual([...columns.included], [0]);
  });

  it('borrows the error over prompts when there is no second pass, and says so of each agreement: unknown', () => {
    const run = [{ probability: 0, times: [2, 3, 0] }, { probability: 0, times: [2, 3] }, { probability: 0, times: [2, 3] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), size);
    const columns = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'summary', 'rademacher 64');
    assert.deepEqual([...columns.curve.se], [...columns.curve.populationSe]);
    assert.ok(columns.curve.se.every((se) => se > 0));
    assert.ok(columns.agreementSe.every(Number.isNaN));
    assert.deepEqual([columns.source, columns.estimator, columns.dimension, columns.projection], ['summary', 'unbiased', 3, 'rademacher 64']);
  });

  it('does not care about the order of prompts', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [2, 4] }, { probability: 0, times: [5, 1] }];
    const columnsFor = (order: readonly number[]): GradientColumns => {
      const samples = samplesOf(smallPolicy, run).map((sample) => ({ ...sample, prompt: order[sample.prompt] }));
      const { n, c, sums } = firstPass(samples, size);
      return sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
    };
    const straight = columnsFor([0, 1, 2]);
    const turned = columnsFor([2, 0, 1]);
    for (const key of ['innerProduct', 'populationSe', 'cosine', 'plugIn'] as const) {
      straight.curve[key].forEach((value, i) => {
        if (Number.isNaN(value)) assert.ok(Number.isNaN(turned.curve[key][i]));
        else closeTo(turned.curve[key][i], value, 1e-10, 1e-14);
      });
    }
    [2, 0, 1].forEach((to, from) => closeTo(turned.agreement[to], straight.agreement[from], 1e-12));
  });

  if (sharedDataExists) {
    it('equals the golden log: agreement parts, inner products, plug-in and errors', () => {
      const expected = golden().golden_log_expected;
      const { n, c, samples } = goldenLog('before');
      const sums = new GradientSums(2);
      for (const { prompt, correct, score } of samples) sums.add(prompt, correct, score);
      const { curve, agreement } = sampledGradientColumns(gradientPopulation(sums, n, c), null, 'score_grad', null);
      assert.deepEqual([...c], expected.c_before);
      for (const k of [1, 4, 8, 15]) {
        const row = expected[`inner_product_k${k}`];
        closeTo(curve.innerProduct[k - 1], row.benchmark, 1e-11, 1e-15);
        closeTo(curve.populationInnerProduct[k - 1], row.population_U, 1e-11, 1e-15);
        closeTo(curve.plugIn[k - 1], row.plugin, 1e-11, 1e-15);
        closeTo(curve.populationSe[k - 1], row.se_U, 1e-11);
      }
      const sum = expected.g_loo[0].map((_, j) => expected.g_loo.reduce((total, vector) => total + vector[j], 0));
      expected.g_loo.forEach((vector, x) => {
        closeTo(agreement[x], (dot(vector, sum) - dot(vector, vector) + expected.kself_u[x]) / 12, 1e-10);
      });
    });
  }
});

function known(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
