import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../src/core/interference/gradientSpread';
import { GradientSums } from '../../src/core/interference/gradientSums';
import { sampledGradientColumns } from '../../src/core/interference/sampledGradientColumns';
import type { GradientColumns } from '../../src/core/promptColumns';
import type { Outcome, PolicyPrompt } from './smallPolicy';

/** One sample, as a log would hold it. */
export interface LoggedSample {
  readonly prompt: number;
  readonly correct: boolean;
  readonly score: Float64Array;
}

/** The samples behind one outcome a prompt. */
export function samplesOf(prompts: readonly PolicyPrompt[], run: readonly Outcome[]): LoggedSample[] {
  return run.flatMap((outcome, prompt) =>
    outcome.times.flatMap((times, y) => {
      const { correct, score } = prompts[prompt].actions[y];
      return Array.from({ length: times }, () => ({ prompt, correct, score }));
    }),
  );
}

/** The counts and sums of some samples. */
export function firstPass(samples: readonly LoggedSample[], prompts: number): { n: Int32Array; c: Int32Array; sums: GradientSums } {
  const n = new Int32Array(prompts);
  const c = new Int32Array(prompts);
  const sums = new GradientSums(samples[0].score.length);
  for (const { prompt, correct, score } of samples) {
    n[prompt]++;
    if (correct) c[prompt]++;
    sums.add(prompt, correct, score);
  }
  return { n, c, sums };
}

/** Both passes over some samples. */
export function gradientsOf(samples: readonly LoggedSample[], n: Int32Array, c: Int32Array): GradientColumns {
  const { sums } = firstPass(samples, n.length);
  const population = gradientPopulation(sums, n, c);
  const spread = new GradientSpread(population);
  for (const { prompt, correct, score } of samples) spread.add(prompt, correct, score);
  return sampledGradientColumns(population, spread, 'score_grad', null);
}
