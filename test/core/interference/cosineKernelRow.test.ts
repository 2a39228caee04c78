import assert from 'node:assert/strict';
import { gradientPopulation } from '../../../src/core/interference/gradientPopulation';
import { promptGradient } from '../../../src/core/interference/promptGradient';
import { closeTo } from '../closeTo';
import { cosineKernel } from '../cosineKernel';
import { golden } from '../golden';
import { firstPass } from '../sampledRun';
import { sharedDataExists, sharedFile } from '../sharedData';
import { dot } from '../smallPolicy';
import { tinyLog } from '../tinyTransformer';
import { toyB } from '../toyPrompts';

const exact = toyB.gradients.map((vector) => ({ vector, squaredNorm: dot(vector, vector) }));

describe('cosineKernelRow', () => {
  it('is the cosine of every two gradients, symmetric, 1 on the diagonal', () => {
    const kernel = cosineKernel(exact);
    for (let x = 0; x < 12; x++) {
      for (let y = 0; y < 12; y++) {
        const [one, other] = [toyB.gradients[x], toyB.gradients[y]];
        closeTo(kernel[12 * x + y], dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other)), 1e-6);
      }
    }
  });

  it('is unknown where a gradient is, or where its squared length came out at zero or below, and stays within one', () => {
    const vector = Float64Array.of(3, 4);
    const kernel = cosineKernel([{ vector, squaredNorm: 16 }, null, { vector, squaredNorm: -1 }, { vector, squaredNorm: 25 }]);
    assert.deepEqual([...kernel], [1, NaN, NaN, 1, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, 1, NaN, NaN, 1]);
  });

  if (sharedDataExists) {
    it('equals the golden kernel', () => {
      const kernel = cosineKernel(exact);
      golden().toyB_main.cos_kernel.forEach((row, x) => row.forEach((value, y) => closeTo(kernel[12 * x + y], value, 1e-6)));
    });

    it("goes with the real network's exact kernel, in sign wherever that is strong", () => {
      const { n, c, samples } = tinyLog('step000');
      const population = gradientPopulation(firstPass(samples, 125).sums, n, c);
      const kernel = cosineKernel(Array.from({ length: 125 }, (_, x) => promptGradient(population, x)));
      const bytes = sharedFile('tiny-transformer', 'truth_cosine_kernel.npy');
      const start = bytes.length - 4 * 125 * 125;
      let strong = 0;
      for (let at = 0; at < 125 * 125; at++) {
        const truth = bytes.readFloatLE(start + 4 * at);
        if (Number.isNaN(kernel[at]) || Math.abs(truth) < 0.3) continue;
        strong++;
        assert.ok(kernel[at] * truth > 0, `${Math.floor(at / 125)}, ${at % 125}: ${kernel[at]} for ${truth}`);
      }
      assert.ok(strong > 4000);
    });
  }
});
