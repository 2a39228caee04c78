import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { promptGradient } from '../../../src/core/interference/promptGradient';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { firstPass, samplesOf } from '../sampledRun';
import { sharedDataExists } from '../sharedData';
import { dot, everyOutcome, smallPolicy } from '../smallPolicy';

describe('promptGradient', () => {
  it('has the gradient and its squared length as its expectation, over every outcome', () => {
    for (const prompt of smallPolicy) {
      const mean = new Float64Array(3);
      let square = 0;
      for (const outcome of everyOutcome(prompt, 5)) {
        const { n, c, sums } = firstPass(samplesOf([prompt], [outcome]), 1);
        const estimate = promptGradient(gradientPopulation(sums, n, c), 0);
        // Unknown is 0 in expectation: all samples share one verdict.
        estimate?.vector.forEach((value, j) => (mean[j] += outcome.probability * value));
        square += outcome.probability * (estimate?.squaredNorm ?? 0);
      }
      mean.forEach((value, j) => closeTo(value, prompt.gradient[j], 1e-12, 1e-14));
      closeTo(square, dot(prompt.gradient, prompt.gradient), 1e-12);
    }
  });

  it('is unknown where all samples share one verdict or the prompt is left out', () => {
    const run = [{ probability: 0, times: [5, 0, 0] }, { probability: 0, times: [2, 3] }, { probability: 0, times: [1, 1] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const population = gradientPopulation(sums, n, c);
    assert.equal(promptGradient(population, 0), null);
    assert.notEqual(promptGradient(population, 1), null);
    assert.equal(promptGradient(population, 2), null);
  });

  if (sharedDataExists) {
    it('equals the golden gradients', () => {
      const { n, c, samples } = goldenLog('before');
      const population = gradientPopulation(firstPass(samples, 12).sums, n, c);
      const { g_loo, kself_u } = golden().golden_log_expected;
      g_loo.forEach((vector, x) => {
        vector.forEach((value, j) => closeTo(promptGradient(population, x)?.vector[j] ?? NaN, value, 1e-12, 1e-15));
        closeTo(promptGradient(population, x)?.squaredNorm ?? NaN, kself_u[x], 1e-11);
      });
    });
  }
});
