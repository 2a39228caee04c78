import assert from 'node:assert/strict';
import { eachPull } from '../../../src/core/interference/eachPull';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { closeTo } from '../closeTo';
import { firstPass, samplesOf } from '../sampledRun';
import { smallPolicy } from '../smallPolicy';

describe('eachPull', () => {
  it("visits every included prompt with pulls whose mean is the population's inner product", () => {
    const run = [{ probability: 0, times: [2, 3, 1] }, { probability: 0, times: [6, 0] }, { probability: 0, times: [4, 2] }];
    const { n, c, sums } = firstPass(samplesOf(smallPolicy, run), 3);
    const population = gradientPopulation(sums, n, c);
    const { curve, pairs } = sampledGradientColumns(population, null, 'score_grad', null);
    assert.ok(pairs !== null);
    const mean = new Float64Array(curve.k.length);
    const visited: number[] = [];
    eachPull(population, pairs, (prompt, pulls) => {
      visited.push(prompt);
      pulls.forEach((value, i) => (mean[i] += value / 3));
      if (prompt === 1) assert.ok(pulls.every((value) => value === 0));
    });
    assert.deepEqual(visited, [0, 1, 2]);
    mean.forEach((value, i) => closeTo(value, curve.populationInnerProduct[i], 1e-11, 1e-15));
  });
});
