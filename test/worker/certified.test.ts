import assert from 'node:assert/strict';
import { certifiedConflict } from '../../src/core/interference/certifiedConflict';
import { gradientPopulation } from '../../src/core/interference/gradientPopulation';
import { GradientSums } from '../../src/core/interference/gradientSums';
import { sampledGradientColumns } from '../../src/core/interference/sampledGradientColumns';
import type { PromptColumns } from '../../src/core/promptColumns';
import { certainty, certified } from '../../src/worker/certified';

/** One hard prompt against ten easy ones, each of 32 samples, of vectors of length 1. */
function run(easySolved: number): { columns: PromptColumns; population: ReturnType<typeof gradientPopulation> } {
  const prompts = 11;
  const n = new Int32Array(prompts).fill(32);
  const c = n.map((_, x) => (x === 0 ? 1 : easySolved));
  const sums = new GradientSums(1);
  // What makes the hard prompt right makes the easy ones wrong.
  for (let x = 0; x < prompts; x++) for (let i = 0; i < 32; i++) sums.add(x, i < c[x], Float64Array.of((i < c[x]) === (x > 0) ? 1 : -1));
  const population = gradientPopulation(sums, n, c);
  return { population, columns: { id: Array.from(n, (_, x) => `p${x}`), n, c, errored: new Int32Array(prompts), exactRate: null, gradients: sampledGradientColumns(population, null, 'score_grad', null) } };
}

describe('certified', () => {
  it('certifies a conflict where the weight is all on the prompt that pulls back, with a step and a k', () => {
    const { columns, population } = run(31);
    const found = certified(columns, population, 24);
    assert.equal(found.squaredScore, 1);
    assert.ok(found.certified.bound > 0 && found.certified.margin > 0, JSON.stringify(found.certified));
    // min(δ/C₂, 1/L_k) with F = G² = 1, k = 24: C₂ = 24², L_k = 24² + 24.
    assert.ok(Math.abs(found.step.largest - Math.min(found.certified.bound / 576, 1 / 600)) < 1e-15);
    const odds = ((10 / 11) * 1) / ((1 / 11) * found.certified.margin);
    assert.ok(Math.abs(found.threshold - (1 + Math.log(odds) / Math.log(31 / 32 / (1 / 32)))) < 1e-9);
    assert.match(certainty(found), /certifies a conflict at this k: a plain step on pass@k below 0\.00\d+ surely lowers pass@1\.$/);
    assert.match(found.label, /very loose/);
  });

  it('certifies nothing where the others keep weight, and agrees with the core', () => {
    const { columns, population } = run(20);
    const found = certified(columns, population, 2);
    assert.ok(found.certified.bound < 0 && Number.isNaN(found.step.largest));
    const weights = Array.from(columns.c, (right) => (2 * (32 - right)) / 32);
    assert.deepEqual(found.certified, certifiedConflict(weights, columns.gradients?.agreement ?? [], 1));
    assert.match(certainty(found), /certifies no conflict/);
  });

  it('refuses, in a sentence, a log without lengths of score vectors', () => {
    assert.throws(() => certified(run(31).columns, null, 4), /lengths of score vectors/);
  });
});
