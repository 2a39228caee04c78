import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../../src/core/interference/gradientSpread';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { leaveOneOutWeights } from '../../../src/core/interference/leaveOneOutWeights';
import { PairVariance } from '../../../src/core/interference/pairVariance';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';
import { firstPass, samplesOf, type LoggedSample } from '../sampledRun';
import { dot, smallPolicy } from '../smallPolicy';

/** Samples whose vectors all differ, 7 a prompt, one of the prompts with a single verdict. */
function variedSamples(): LoggedSample[] {
  const random = randomNumbers(11);
  return Array.from({ length: 28 }, (_, i) => ({
    prompt: i % 4,
    correct: i % 4 === 3 ? false : random() < 0.2 + 0.3 * (i % 4),
    score: Float64Array.from({ length: 3 }, () => random() - 0.4),
  }));
}

function spreadOf(samples: readonly LoggedSample[], prompts: number): { spread: GradientSpread; population: ReturnType<typeof gradientPopulation> } {
  const { n, c, sums } = firstPass(samples, prompts);
  const population = gradientPopulation(sums, n, c);
  const spread = new GradientSpread(population);
  for (const { prompt, correct, score } of samples) spread.add(prompt, correct, score);
  return { spread, population };
}

/** Weighted gradient of a prompt from scratch: each sample's term, one by one. */
function gradientOf(samples: readonly LoggedSample[], k: number): number[] {
  const n = samples.length;
  const c = samples.filter(({ correct }) => correct).length;
  const weights = leaveOneOutWeights(n, c, k);
  return [0, 1, 2].map((j) =>
    samples.reduce((sum, { correct, score }) => sum + (correct ? weights.correct : -weights.wrong) * score[j], 0),
  );
}

describe('GradientSpread', () => {
  it('equals the delete-one-sample jackknife, done by deleting one sample at a time, drawn towards the unbiased variance', () => {
    const samples = variedSamples();
    const { spread, population } = spreadOf(samples, 4);
    const own = [0, 1, 2, 3].map((x) => samples.filter(({ prompt }) => prompt === x));
    const means = [1, 2, 3, 4, 5, 6].map((k) => [0, 1, 2].map((j) => own.reduce((sum, all) => sum + gradientOf(all, k)[j], 0) / 4));
    const jackknife = Float64Array.from(means, (meanK, at) => {
      let variance = 0;
      for (const all of own) {
        const without = all.map((_, i) => {
          const rest = all.filter((__, other) => other !== i);
          return dot(gradientOf(rest, at + 1), means[0]) + dot(gradientOf(rest, 1), meanK);
        });
        const mean = without.reduce((sum, value) => sum + value, 0) / 7;
        variance += (6 / 7) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      }
      return variance;
    });
    const pairs = new PairVariance(population);
    const project = (vector: ArrayLike<number>) => Float64Array.from(means, (mean) => dot(mean, vector));
    for (const x of [0, 1, 2]) pairs.addSums(x, project(population.sums.sumCorrect(x) ?? [0, 0, 0]), project(population.sums.sumWrong(x) ?? [0, 0, 0]));
    for (const { prompt, correct, score } of samples) if (prompt < 3) pairs.addSample(prompt, correct, project(score));
    const expected = pairs.mixedWith(jackknife);
    assert.notDeepEqual(expected, jackknife);
    expected.forEach((variance, at) => closeTo(spread.innerProductSe()[at], Math.sqrt(variance) / 4, 1e-11));
  });

  it('equals the spread of u·(G - g)/N over the samples and the noise of the other gradients, for the error of each agreement', () => {
    const samples = variedSamples();
    const { spread } = spreadOf(samples, 4);
    const errors = spread.agreementSe();
    for (const x of [0, 1, 2]) {
      const own = samples.filter(({ prompt }) => prompt === x);
      const c = own.filter(({ correct }) => correct).length;
      const rest = [0, 1, 2].map((j) =>
        [0, 1, 2, 3].filter((y) => y !== x).reduce((sum, y) => sum + gradientOf(samples.filter(({ prompt }) => prompt === y), 1)[j], 0) / 4,
      );
      const terms = own.map(({ correct, score }) => ((correct ? 1 : 0) - (c - (correct ? 1 : 0)) / 6) * dot(score, rest));
      const mean = terms.reduce((sum, value) => sum + value, 0) / 7;
      const variance = terms.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6;
      let others = 0;
      for (const y of [0, 1, 2]) {
        if (y === x) continue;
        const theirs = samples.filter(({ prompt }) => prompt === y);
        const solved = theirs.filter(({ correct: right }) => right).length;
        // One with the first, less the second, and so on.
        const difference = theirs.reduce((sum, { correct, score }, i) => {
          const advantage = (correct ? 1 : 0) - (solved - (correct ? 1 : 0)) / 6;
          return sum + (i % 2 === 0 ? 1 : -1) * advantage * dot(score, gradientOf(own, 1));
        }, 0);
        others += (difference / 7) ** 2 / 16;
      }
      assert.ok(others > 0);
      closeTo(errors[x], Math.sqrt(variance / 7 + others), 1e-11);
    }
    assert.ok(Number.isNaN(errors[3]));
  });

  it('does not care in which order the samples come', () => {
    const samples = variedSamples();
    const straight = spreadOf(samples, 4).spread;
    const turned = spreadOf([...samples].reverse(), 4).spread;
    straight.innerProductSe().forEach((se, i) => closeTo(turned.innerProductSe()[i], se, 1e-12));
  });

  it('is complete only when every sample of the first pass has come again, and is not used before', () => {
    const samples = variedSamples();
    const { n, c, sums } = firstPass(samples, 4);
    const population = gradientPopulation(sums, n, c);
    const spread = new GradientSpread(population);
    for (const { prompt, correct, score } of samples.slice(1)) spread.add(prompt, correct, score);
    assert.equal(spread.complete, false);
    const bound = sampledGradientColumns(population, spread, 'score_grad', null);
    assert.deepEqual([...bound.curve.se], [...bound.curve.populationSe]);
    assert.ok(bound.agreementSe.every(Number.isNaN));
    spread.add(samples[0].prompt, samples[0].correct, samples[0].score);
    assert.equal(spread.complete, true);
    const full = sampledGradientColumns(population, spread, 'score_grad', null);
    assert.notDeepEqual([...full.curve.se], [...bound.curve.se]);
    assert.ok(full.agreementSe[0] > 0);
  });

  it('takes rows of a matrix, refuses another dimension, and skips what is not finite as the first pass does', () => {
    const run = [{ probability: 0, times: [2, 3, 0] }, { probability: 0, times: [2, 3] }, { probability: 0, times: [4, 1] }];
    const samples = samplesOf(smallPolicy, run);
    const { n, c } = firstPass(samples, 3);
    const matrix = Float64Array.from([...samples.flatMap(({ score }) => [...score]), NaN, 1, 2]);
    const sums = new GradientSums(3);
    samples.forEach(({ prompt, correct }, i) => sums.add(prompt, correct, matrix, 3 * i));
    const population = gradientPopulation(sums, n, c);
    const spread = new GradientSpread(population);
    samples.forEach(({ prompt, correct }, i) => assert.equal(spread.add(prompt, correct, matrix, 3 * i), true));
    assert.equal(spread.add(0, true, matrix, 3 * samples.length), false);
    assert.equal(spread.complete, true);
    assert.throws(() => spread.add(0, true, new Float64Array(4)), { name: 'RangeError', message: 'GradientSpread requires vectors of dimension 3, got 4' });
    assert.throws(() => spread.add(0, true, matrix, matrix.length - 2), RangeError);
    const direct = spreadOf(samples, 3).spread;
    assert.deepEqual([...spread.innerProductSe()], [...direct.innerProductSe()]);
  });
});
