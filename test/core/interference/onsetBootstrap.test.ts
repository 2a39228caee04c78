import assert from 'node:assert/strict';
import { gradientPopulation, type GradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { leaveOneOutWeights } from '../../../src/core/interference/leaveOneOutWeights';
import { OnsetBootstrap } from '../../../src/core/interference/onsetBootstrap';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import type { PairSums } from '../../../src/core/promptColumns';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';
import { firstPass, type LoggedSample } from '../sampledRun';
import { dot, softmaxPrompt } from '../smallPolicy';

/** Hard prompts whose right answer goes against the easy ones', 8 samples each: a conflict from k = 2 or 3 on. */
function mixedRun(count: number, hardEvery = 3): { population: GradientPopulation; pairs: PairSums } {
  const random = randomNumbers(51);
  const samples: LoggedSample[] = [];
  for (let prompt = 0; prompt < count; prompt++) {
    const hard = prompt % hardEvery === 0;
    const { actions } = softmaxPrompt([1.3, 0.3], [[0.6 + random(), random() - 0.5], [0, 0]], [!hard, hard]);
    for (let i = 0; i < 8; i++) {
      const { correct, score } = actions[random() < actions[0].probability ? 0 : 1];
      samples.push({ prompt, correct, score });
    }
  }
  const { n, c, sums } = firstPass(samples, count);
  const population = gradientPopulation(sums, n, c);
  const { pairs } = sampledGradientColumns(population, null, 'score_grad', null);
  assert.ok(pairs !== null);
  return { population, pairs };
}

/** Share of resamples whose first conflict is at each k (0: none), each resample worked out from its vectors. */
function byVectors({ sums, n, c, ks, size }: GradientPopulation, resamples: number): number[] {
  const random = randomNumbers(77);
  const vectors = Array.from(ks, (k) =>
    Array.from({ length: size }, (_, x) => {
      const weights = leaveOneOutWeights(n[x], c[x], k);
      return [0, 1].map((j) => weights.correct * (sums.sumCorrect(x)?.[j] ?? 0) - weights.wrong * (sums.sumWrong(x)?.[j] ?? 0));
    }),
  );
  const shares = new Array<number>(ks.length + 1).fill(0);
  for (let run = 0; run < resamples; run++) {
    const times = new Array<number>(size).fill(0);
    for (let draw = 0; draw < size; draw++) times[Math.floor(random() * size)]++;
    const at = vectors.findIndex((h) => {
      const g = vectors[0];
      const sum = (set: number[][]): number[] => [0, 1].map((j) => set.reduce((total, vector, x) => total + times[x] * vector[j], 0));
      const own = h.reduce((total, vector, x) => total + times[x] ** 2 * dot(vector, g[x]), 0);
      return dot(sum(h), sum(g)) - own < 0;
    });
    shares[at < 0 ? 0 : ks[at]] += 1 / resamples;
  }
  return shares;
}

function shareOf(onsets: readonly number[], k: number): number {
  return onsets.filter((onset) => (k === 0 ? Number.isNaN(onset) : onset === k)).length / onsets.length;
}

describe('OnsetBootstrap', () => {
  it('finds the onset as often at each k as resampled vectors do, counting pairs of different prompts only', () => {
    const { population, pairs } = mixedRun(24);
    const bootstrap = new OnsetBootstrap(population, pairs);
    bootstrap.run(6000);
    const expected = byVectors(population, 3000);
    assert.ok(expected.filter((share) => share > 0.05).length >= 2, String(expected));
    expected.forEach((share, k) => closeTo(shareOf(bootstrap.onsets, k), share, 0, 0.035));
  });

  it('finds it as often in the first-order form for many prompts', () => {
    const { population, pairs } = mixedRun(600, 5);
    const bootstrap = new OnsetBootstrap(population, pairs);
    bootstrap.run(3000);
    const expected = byVectors(population, 300);
    expected.forEach((share, k) => closeTo(shareOf(bootstrap.onsets, k), share, 0, 0.1));
    assert.ok(Math.max(...expected) < 0.995, String(expected));
  });

  it('goes on where it stopped, and is the same for the same seed', () => {
    const { population, pairs } = mixedRun(12);
    const whole = new OnsetBootstrap(population, pairs, 3);
    whole.run(50);
    const portions = new OnsetBootstrap(population, pairs, 3);
    portions.run(20);
    assert.equal(portions.onsets.length, 20);
    portions.run(30);
    assert.deepEqual(portions.onsets, whole.onsets);
    const other = new OnsetBootstrap(population, pairs, 4);
    other.run(50);
    assert.notDeepEqual(other.onsets, whole.onsets);
  });

  it('draws nothing from a single prompt', () => {
    const { population, pairs } = mixedRun(1);
    const bootstrap = new OnsetBootstrap(population, pairs);
    bootstrap.run(5);
    assert.deepEqual(bootstrap.onsets, []);
  });
});
