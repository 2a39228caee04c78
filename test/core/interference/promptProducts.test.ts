import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { GradientSums } from '../../../src/core/interference/gradientSums';
import { promptProducts } from '../../../src/core/interference/promptProducts';

describe('promptProducts', () => {
  it('gives what a count by hand gives, and 0 for a verdict without samples', () => {
    const sums = new GradientSums(2);
    for (const [prompt, correct, vector] of [[0, true, [1, 2]], [0, true, [3, 0]], [0, false, [0, 1]], [0, false, [2, 0]], [1, true, [1, 1]], [1, true, [0, 4]], [1, true, [5, 5]]] as const) {
      sums.add(prompt, correct, Float64Array.from(vector));
    }
    const population = gradientPopulation(sums, Int32Array.of(4, 3), Int32Array.of(2, 3));
    const of = promptProducts(population);
    const [g0, g1] = population.gradients;
    const { correctCorrect, correctWrong, wrongWrong, correct, wrong } = of(0, 1);
    assert.deepEqual([correctCorrect, correctWrong, wrongWrong], [4 * 4 + 2 * 2, 4 * 2 + 2 * 1, 2 * 2 + 1]);
    assert.deepEqual([correct[0], wrong[0]], [4 * g0 + 2 * g1, 2 * g0 + 1 * g1]);
    const other = of(1, population.ks.length);
    assert.deepEqual([other.correctCorrect, other.correctWrong, other.wrongWrong], [6 * 6 + 10 * 10, 0, 0]);
    assert.ok(other.wrong.every((value) => value === 0));
  });
});
