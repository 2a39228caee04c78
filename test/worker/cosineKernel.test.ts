import assert from 'node:assert/strict';
import { seededRandom } from '../../src/core/seededRandom';
import type { KernelRows } from '../../src/protocol/analysis';
import { cosineKernel } from '../../src/worker/cosineKernel';
import { cosineKernel as plainKernel } from '../core/cosineKernel';

function gradientsOf(m: number, d: number): { vector: Float64Array; squaredNorm: number }[] {
  const random = seededRandom(m);
  return Array.from({ length: m }, (_, x) => {
    const vector = Float64Array.from({ length: d }, () => random() - 0.5);
    return { vector, squaredNorm: x % 17 === 4 ? -1 : vector.reduce((sum, value) => sum + value * value, 0) };
  });
}
const never = new AbortController().signal;

describe('cosineKernel', () => {
  it('is the cosine of every two, whether there are many or few', async () => {
    for (const [m, d] of [[30, 5], [310, 230]] as const) {
      const gradients = gradientsOf(m, d);
      const expected = plainKernel(gradients);
      const cosine = await cosineKernel(gradients, Int32Array.from(gradients.keys()), () => undefined, never);
      assert.equal(cosine.length, m * m);
      cosine.forEach((value, at) => { assert.ok(Number.isNaN(expected[at]) ? Number.isNaN(value) : Math.abs(value - expected[at]) < 1e-6, `place ${at}`); });
      assert.ok(Number.isNaN(cosine[4]) && cosine[0] === 1);
    }
  });

  it('gives rows as they are worked out, each once and as they are in the end', async () => {
    const gradients = gradientsOf(120, 26);
    const prompts = Int32Array.from(gradients.keys());
    const parts: KernelRows[] = [];
    const cosine = await cosineKernel(gradients, prompts, (part) => void parts.push(part), never, 0);
    assert.equal(parts.length, 8);
    let next = 0;
    for (const { first, end, lower } of parts) {
      assert.equal(first, next);
      for (let row = first, from = 0; row < end; from += ++row) assert.deepEqual(lower.subarray(from, from + row + 1), cosine.subarray(row * 120, row * 120 + row + 1));
      next = end;
    }
  });

  it('stops soon after it is told to', async () => {
    const stop = new AbortController();
    let begun = 0;
    setTimeout(() => {
      begun = performance.now();
      stop.abort(new Error('enough'));
    }, 20);
    const gradients = gradientsOf(1500, 700);
    await assert.rejects(cosineKernel(gradients, Int32Array.from(gradients.keys()), () => undefined, stop.signal), { message: 'enough' });
    assert.ok(performance.now() - begun < 1000, 'ten times as long as promised, as the machine may be busy');
  });
});
