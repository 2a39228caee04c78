import { compareCheckpoints } from '../../../src/core/compare/compareCheckpoints';
import type { CheckpointColumns } from '../../../src/core/compare/checkpointColumns';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSpread } from '../../../src/core/interference/gradientSpread';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { OnsetBootstrap } from '../../../src/core/interference/onsetBootstrap';
import { sampledGradientColumns } from '../../../src/core/interference/sampledGradientColumns';
import type { PromptColumns } from '../../../src/core/promptColumns';
import { report } from '../../../src/core/report';
import { randomNumbers } from '../randomNumbers';

/** How long the core takes for 10,000 prompts of 64 samples each; fails where it promises less. The first run, as a user has it. */
const prompts = 10_000;
const samples = 64;
const dimension = 32;
const source = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };
const random = randomNumbers(3);

function columnsOf(): PromptColumns {
  const n = new Int32Array(prompts).fill(samples);
  const c = n.map((all) => Math.floor((all + 1) * random() ** 2));
  return { id: Array.from(n, (_, x) => `p${x}`), n, c, errored: new Int32Array(prompts), exactRate: null, gradients: null };
}

function withGradients(columns: PromptColumns): { columns: PromptColumns; population: ReturnType<typeof gradientPopulation> } {
  const { n, c } = columns;
  const sums = new GradientSums(dimension);
  const vector = new Float64Array(dimension);
  const each = (take: (prompt: number, correct: boolean, vector: Float64Array) => void) => {
    for (let x = 0; x < prompts; x++) {
      for (let i = 0; i < samples; i++) {
        for (let j = 0; j < dimension; j++) vector[j] = (((x * 31 + i * 17 + j * 7) * 2654435761) % 1000) / 1000 - 0.5;
        take(x, i < c[x], vector);
      }
    }
  };
  each((x, correct, own) => sums.add(x, correct, own));
  const population = gradientPopulation(sums, n, c);
  const spread = new GradientSpread(population);
  each((x, correct, own) => spread.add(x, correct, own));
  return { columns: { ...columns, gradients: sampledGradientColumns(population, spread, 'score_grad', null) }, population };
}

function checkpoint(name: string): CheckpointColumns {
  const columns = columnsOf();
  const half = { n: columns.n.map((n) => n >> 1), c: columns.c.map((c) => c >> 1) };
  return { name, step: null, source, columns, halves: { choosing: half, measuring: half }, textMark: new Float64Array(prompts) };
}

function timed(what: string, limitMs: number, work: () => unknown): void {
  const start = performance.now();
  work();
  const ms = performance.now() - start;
  console.log(`${what.padEnd(70)} ${ms.toFixed(0).padStart(6)} ms   (at most ${limitMs})`);
  if (ms > limitMs) process.exitCode = 1;
}

const options = { k: 8, hardBelow: 0.1, easyAbove: 0.85 };
const ks = Array.from({ length: samples }, (_, i) => i + 1);
console.log(`${prompts} prompts, ${samples} samples each`);
const counted = columnsOf();
timed('pass@k, weights and table from counts, for every k to 64', 50, () => report(source, counted, { ...options, ks }));
timed('two checkpoints: paired movement for every k to 64, flips, table', 500, () => compareCheckpoints(checkpoint('a'), checkpoint('b'), 8));
const { columns, population } = withGradients(columnsOf());
timed('the report with gradients, inner product for every k to 63', 100, () => report(source, columns, { ...options, ks }));
timed('1,000 bootstrap resamples of the conflict curve', 1000, () => {
  if (columns.gradients?.pairs) new OnsetBootstrap(population, columns.gradients.pairs).run(1000);
});
