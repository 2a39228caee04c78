import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { closeTo } from '../closeTo';

/** One prompt after another: how many correct and wrong samples, each with a vector of its own. */
function sumsOf(counts: readonly [number, number][]): { sums: GradientSums; n: Int32Array; c: Int32Array } {
  const sums = new GradientSums(2);
  counts.forEach(([correct, wrong], prompt) => {
    for (let i = 0; i < correct + wrong; i++) sums.add(prompt, i < correct, Float64Array.of(i + 1, prompt - i));
  });
  return { sums, n: Int32Array.from(counts, ([correct, wrong]) => correct + wrong), c: Int32Array.from(counts, ([correct]) => correct) };
}

describe('gradientPopulation', () => {
  it('offers every k below the smallest included n, and those asked for', () => {
    const { sums, n, c } = sumsOf([[3, 5], [2, 4], [1, 1]]);
    const population = gradientPopulation(sums, n, c, [5, 6]);
    assert.deepEqual([...population.included], [1, 1, 0]);
    assert.deepEqual([...population.ks], [1, 2, 3, 4, 5]);
    assert.equal(population.size, 2);
  });

  it('sums the weighted gradients over the included prompts', () => {
    const { sums, n, c } = sumsOf([[1, 2], [2, 2], [4, 0]]);
    const { gradients, ks } = gradientPopulation(sums, n, c);
    assert.deepEqual([...ks], [1, 2]);
    // Prompt 0: S_c = (1, 0), S_w = (2, -1) + (3, -2), n = 3, c = 1: (2 S_c - S_w)/6.
    // Prompt 1: S_c = (1, 1) + (2, 0), S_w = (3, -1) + (4, -2), n = 4, c = 2: (2 S_c - 2 S_w)/12.
    const first = [(2 * 1 - 5) / 6 + (2 * 3 - 2 * 7) / 12, (0 + 3) / 6 + (2 * 1 + 2 * 3) / 12];
    closeTo(gradients[0], first[0], 1e-14);
    closeTo(gradients[1], first[1], 1e-14);
  });

  it('leaves its input as it was', () => {
    const { sums, n, c } = sumsOf([[3, 5], [2, 4]]);
    gradientPopulation(sums, n, c);
    assert.deepEqual([[...n], [...c]], [[8, 6], [3, 2]]);
  });
});
