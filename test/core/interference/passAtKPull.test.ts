import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { passAtKPull } from '../../../src/core/interference/passAtKPull';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { dot, everyOutcome, everyRun, smallPolicy } from '../smallPolicy';

describe('passAtKPull', () => {
  it('has <∇p, ∇J_k> as its expectation, over every outcome of every prompt', () => {
    const expectation = [1, 2, 3].map(() => new Float64Array(3));
    everyRun(smallPolicy.map((prompt) => everyOutcome(prompt, 4)), (probability, run) => {
      const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
      const population = gradientPopulation(sums, n, c);
      expectation.forEach((sum, at) => {
        const pull = passAtKPull(population, at);
        // One verdict only: unknown, and its estimate is 0.
        for (let x = 0; x < 3; x++) sum[x] += probability * (Number.isNaN(pull[x]) ? 0 : pull[x]);
      });
    });
    expectation.forEach((sum, at) => {
      const k = at + 1;
      const mean = [0, 1, 2].map((j) => smallPolicy.reduce((total, { p, gradient }) => total + k * (1 - p) ** at * gradient[j], 0) / 3);
      smallPolicy.forEach(({ gradient }, x) => closeTo(sum[x], dot(gradient, mean), 1e-11, 1e-14));
    });
  });

  it('is the agreement at k = 1, and unknown where that is', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [6, 0] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const population = gradientPopulation(sums, n, c);
    const { agreement } = sampledGradientColumns(population, null, 'score_grad', null);
    passAtKPull(population, 0).forEach((value, x) => (Number.isNaN(agreement[x]) ? assert.ok(Number.isNaN(value)) : closeTo(value, agreement[x], 1e-12)));
  });
});
