import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { OthersNoise } from '../../../src/core/interference/othersNoise';
import { promptGradient } from '../../../src/core/interference/promptGradient';
import { firstPass, type LoggedSample } from '../sampledRun';
import { dot, smallPolicy } from '../smallPolicy';

/** Every sequence of n answers of a prompt, with its probability. */
function everySequence(prompt: number, n: number): { probability: number; samples: LoggedSample[] }[] {
  let sequences = [{ probability: 1, samples: [] as LoggedSample[] }];
  for (let i = 0; i < n; i++) {
    sequences = sequences.flatMap(({ probability, samples }) =>
      smallPolicy[prompt].actions.map(({ probability: chance, correct, score }) => ({ probability: probability * chance, samples: [...samples, { prompt, correct, score }] })),
    );
  }
  return sequences;
}

describe('OthersNoise', () => {
  it("comes near the variance of the other prompt's gradient along any direction, over every sequence of its samples", () => {
    const fixed = everySequence(0, 6)[200].samples;
    assert.ok(fixed.some(({ correct }) => correct) && fixed.some(({ correct }) => !correct));
    const direction = Float64Array.of(0.7, -0.2, 0.4);
    let estimate = 0;
    let mean = 0;
    let square = 0;
    for (const { probability, samples } of everySequence(1, 6)) {
      const all = [...fixed, ...samples];
      const { n, c, sums } = firstPass(all, 2);
      const population = gradientPopulation(sums, n, c);
      const noise = new OthersNoise(population);
      for (const { prompt, correct, score } of all) if (c[prompt] > 0 && c[prompt] < n[prompt]) noise.add(prompt, correct, score);
      // N = 2, so that the other's part is divided by four.
      estimate += 4 * probability * noise.variance(0, direction);
      const along = dot(promptGradient(population, 1)?.vector ?? [0, 0, 0], direction);
      mean += probability * along;
      square += probability * along ** 2;
    }
    const variance = square - mean ** 2;
    assert.ok(estimate > 0.75 * variance && estimate < 1.25 * variance, `${estimate}, and the variance is ${variance}`);
  });

  it('leaves out the prompt itself', () => {
    const samples = everySequence(0, 6)[200].samples;
    const { n, c, sums } = firstPass(samples, 1);
    const noise = new OthersNoise(gradientPopulation(sums, n, c));
    for (const { prompt, correct, score } of samples) noise.add(prompt, correct, score);
    assert.equal(noise.variance(0, Float64Array.of(1, 1, 1)), 0);
  });
});
