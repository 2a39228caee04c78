import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { pairGroups } from '../../../src/core/interference/pairGroups';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { squaredNorms } from '../../../src/core/interference/squaredNorms';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { dot, everyOutcome, everyRun, smallPolicy } from '../smallPolicy';

describe('squaredNorms', () => {
  it('has the true squared norms as its expectation, over every possible run of a small policy', () => {
    const n = 5;
    const benchmark = new Float64Array(4);
    const population = new Float64Array(4);
    everyRun(smallPolicy.map((prompt) => everyOutcome(prompt, n)), (probability, run) => {
      const pass = firstPass(samplesOf(smallPolicy, run), 3);
      const whole = gradientPopulation(pass.sums, pass.n, pass.c);
      const { pairs } = sampledGradientColumns(whole, null, 'score_grad', null);
      assert.ok(pairs !== null);
      for (let k = 1; k <= 4; k++) {
        const norms = squaredNorms(whole, pairGroups(whole, pairs), k - 1);
        benchmark[k - 1] += probability * norms.benchmark;
        population[k - 1] += probability * norms.population;
      }
    });
    for (let k = 1; k <= 4; k++) {
      const vectors = smallPolicy.map(({ p, gradient }) => gradient.map((value) => k * (1 - p) ** (k - 1) * value));
      const sum = vectors[0].map((_, j) => vectors.reduce((total, vector) => total + vector[j], 0));
      const own = vectors.reduce((total, vector) => total + dot(vector, vector), 0);
      // k²(1-p)^(2k-2) needs 2k - 2 <= n - 2 other samples.
      if (k <= 2) closeTo(benchmark[k - 1], dot(sum, sum) / 9, 1e-12);
      else assert.ok(Number.isNaN(benchmark[k - 1]));
      closeTo(population[k - 1], (dot(sum, sum) - own) / 6, 1e-12);
    }
  });
});
