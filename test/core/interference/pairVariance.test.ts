import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { leaveOneOutWeights } from '../../../src/core/interference/leaveOneOutWeights';
import { PairVariance } from '../../../src/core/interference/pairVariance';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';
import { firstPass, samplesOf, type LoggedSample } from '../sampledRun';
import { dot, everyOutcome, smallPolicy } from '../smallPolicy';

/** Stand for ∇J1 and ∇J_k, k = 2, 3, …: any fixed directions will do. */
const directions = [[0.3, -1.2, 0.5], [1.1, 0.2, -0.7], [-0.4, 0.9, 1.3], [0.6, 0.6, -0.2], [0.1, -0.3, 0.8]];
const project = (vector: ArrayLike<number>): Float64Array => Float64Array.from(directions, (direction) => dot(direction, vector));

function varianceOf(samples: readonly LoggedSample[], prompts: number): PairVariance {
  const { n, c, sums } = firstPass(samples, prompts);
  const variance = new PairVariance(gradientPopulation(sums, n, c));
  for (let x = 0; x < prompts; x++) {
    if (c[x] === 0 || c[x] === n[x]) continue;
    variance.addSums(x, project(sums.sumCorrect(x) ?? [0, 0, 0]), project(sums.sumWrong(x) ?? [0, 0, 0]));
  }
  for (const { prompt, correct, score } of samples) if (c[prompt] > 0 && c[prompt] < n[prompt]) variance.addSample(prompt, correct, project(score));
  return variance;
}

/** ĥ_k·∇J1 + ĝ·∇J_k of one prompt. */
function estimate(samples: readonly LoggedSample[], k: number): number {
  const c = samples.filter(({ correct }) => correct).length;
  const [weighted, plain] = [leaveOneOutWeights(samples.length, c, k), leaveOneOutWeights(samples.length, c, 1)];
  return samples.reduce((sum, { correct, score }) => {
    const onto = project(score);
    return sum + (correct ? weighted.correct : -weighted.wrong) * onto[0] + (correct ? plain.correct : -plain.wrong) * onto[k - 1];
  }, 0);
}

describe('PairVariance', () => {
  it('has the true variance as its expectation, over every possible run of each prompt of a small policy', () => {
    smallPolicy.forEach((prompt) => {
      const ks = [1, 2, 3];
      const [found, mean, square] = [ks.map(() => 0), ks.map(() => 0), ks.map(() => 0)];
      for (const outcome of everyOutcome(prompt, 7)) {
        const samples = samplesOf([prompt], [outcome]);
        const unbiased = varianceOf(samples, 1).unbiased();
        ks.forEach((k, i) => {
          found[i] += outcome.probability * (unbiased[i] ?? 0);
          mean[i] += outcome.probability * estimate(samples, k);
          square[i] += outcome.probability * estimate(samples, k) ** 2;
        });
      }
      ks.forEach((_, i) => closeTo(found[i], square[i] - mean[i] ** 2, 1e-11, 1e-14));
    });
  });

  it('ends at k = n/2, beyond which no unbiased square of the weight exists', () => {
    const samples = samplesOf([smallPolicy[0]], [{ probability: 1, times: [2, 4, 1] }]);
    assert.equal(varianceOf(samples, 1).unbiased().length, 3);
  });

  const random = randomNumbers(5);
  const many = Array.from({ length: 60 * 8 }, (_, i): LoggedSample => ({
    prompt: i % 60,
    correct: random() < 0.1 + (i % 60) / 75,
    score: Float64Array.from({ length: 3 }, () => random() - 0.5),
  }));
  const variance = varianceOf(many, 60);
  const unbiased = variance.unbiased();

  it('mixes as the noise of twenty sums over prompts has it, worked out from the start', () => {
    const mixed = [...Array<number>(60).keys()].map((x) => many.filter(({ prompt }) => prompt === x)).filter((own) => own.some(({ correct }) => correct) && own.some(({ correct }) => !correct));
    const each = mixed.map((own) => varianceOf(own.map((sample) => ({ ...sample, prompt: 0 })), 1).unbiased());
    for (const [factor, at] of [[1.3, 1], [3, 2], [1.01, 3]] as const) {
      const sums = Array.from({ length: 20 }, (_, batch) => each.filter((__, x) => x % 20 === batch).reduce((sum, own) => sum + own[at], 0));
      const noise = (sums.reduce((sum, value) => sum + (value - unbiased[at] / 20) ** 2, 0) * 20) / 19;
      const steady = Math.abs(unbiased[at]) * factor + 1e-3;
      const share = Math.min(1, noise / (steady - unbiased[at]) ** 2);
      const found = variance.mixedWith(new Float64Array(7).fill(steady));
      closeTo(found[at], Math.max(steady / 2, unbiased[at] + share * (steady - unbiased[at])), 1e-9);
    }
  });

  it('keeps to the jackknife that it cannot tell from itself, and never goes below half of one', () => {
    closeTo(variance.mixedWith(Float64Array.from(unbiased, (value) => value * 1.0001))[0], unbiased[0] * 1.0001, 1e-12);
    const far = variance.mixedWith(new Float64Array(7).fill(1e6));
    far.subarray(0, 4).forEach((value) => closeTo(value, 5e5, 1e-12));
  });

  it('carries its last share on beyond k = n/2, and never widens there', () => {
    const jackknife = new Float64Array(7).fill(1e6);
    jackknife.fill(2e6, 4);
    assert.deepEqual(Array.from(variance.mixedWith(jackknife).subarray(4)), [1e6, 1e6, 1e6]);
    // A jackknife below the unbiased variance is drawn up where both are known, but not beyond.
    const low = Float64Array.from({ length: 7 }, (_, at) => Math.abs(unbiased[Math.min(at, 3)]) / 1e6);
    assert.ok(variance.mixedWith(low)[3] > low[3]);
    assert.deepEqual(variance.mixedWith(low).subarray(4), low.subarray(4));
  });

  it('leaves a single prompt its jackknife', () => {
    const samples = samplesOf([smallPolicy[0]], [{ probability: 1, times: [2, 4, 1] }]);
    assert.deepEqual(Array.from(varianceOf(samples, 1).mixedWith(Float64Array.of(4, 5, 6, 7))), [4, 5, 6, 7]);
  });
});
