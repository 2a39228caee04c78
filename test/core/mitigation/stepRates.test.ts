import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { stepRates } from '../../../src/core/mitigation/stepRates';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { dot, everyOutcome, everyRun, smallPolicy } from '../smallPolicy';

describe('stepRates', () => {
  it('has mean(w a) and mean(w b_k) as its expectation for fixed weights, over every outcome', () => {
    const weights = [0.7, 2.5, 0.3];
    const k = 3;
    const expectation = [0, 0];
    everyRun(smallPolicy.map((prompt) => everyOutcome(prompt, 4)), (probability, run) => {
      const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
      const { passAt1, passAtK } = stepRates(gradientPopulation(sums, n, c), weights, k);
      expectation[0] += probability * passAt1.rate;
      expectation[1] += probability * passAtK.rate;
    });
    const mean = (weight: (x: number) => number) => [0, 1, 2].map((j) => smallPolicy.reduce((sum, { gradient }, x) => sum + weight(x) * gradient[j], 0) / 3);
    const step = mean((x) => weights[x]);
    closeTo(expectation[0], dot(step, mean(() => 1)), 1e-11);
    closeTo(expectation[1], dot(step, mean((x) => k * (1 - smallPolicy[x].p) ** (k - 1))), 1e-11);
  });

  it('gives the squared length of ∇J1, with its population error, for weights of 1', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [1, 5] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const population = gradientPopulation(sums, n, c);
    const { curve } = sampledGradientColumns(population, null, 'score_grad', null);
    const { passAt1, passAtK } = stepRates(population, [1, 1, 1], 3);
    closeTo(passAt1.rate, curve.innerProduct[0], 1e-12);
    closeTo(passAt1.se, curve.populationSe[0], 1e-12);
    closeTo(passAtK.rate, curve.innerProduct[2], 1e-12);
    closeTo(passAtK.se, curve.populationSe[2], 1e-12);
    assert.ok(passAt1.ci[0] < passAt1.rate && passAt1.rate < passAt1.ci[1]);
  });

  it('counts unknown weights as 0 and knows nothing at a k beyond the samples', () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [1, 5] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const population = gradientPopulation(sums, n, c);
    assert.deepEqual(stepRates(population, [1, NaN, 2], 2), stepRates(population, [1, 0, 2], 2));
    assert.ok(Number.isNaN(stepRates(population, [1, 1, 1], 6).passAtK.rate));
  });
});
