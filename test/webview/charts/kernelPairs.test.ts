import assert from 'node:assert/strict';
import { seededRandom } from '../../../src/core/seededRandom';
import { kernelScale, strongestPairs } from '../../../webview/charts/kernelPairs';

function randomKernel(m: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const cosine = new Float32Array(m * m);
  for (let a = 0; a < m; a++) for (let b = 0; b <= a; b++) cosine[a * m + b] = cosine[b * m + a] = a === b ? 1 : random() < 0.05 ? NaN : 2 * random() - 1;
  return cosine;
}

describe('strongestPairs', () => {
  it('is the head and the tail of all pairs in order', () => {
    const m = 40;
    const cosine = randomKernel(m, 4);
    const all = Array.from({ length: m * m }, (_, at) => ({ a: Math.floor(at / m), b: at % m, cosine: cosine[at] })).filter(({ a, b, cosine: value }) => a < b && !Number.isNaN(value));
    all.sort((a, b) => a.cosine - b.cosine);
    const found = strongestPairs(cosine, m, 7);
    assert.deepEqual(found.slice(0, 7), all.slice(0, 7));
    assert.deepEqual(found.slice(7), all.slice(-7).reverse());
  });
  it('names no pair of a sign there is none of', () => assert.deepEqual(strongestPairs(Float32Array.of(1, 0.5, 0.5, 1), 2, 3), [{ a: 0, b: 1, cosine: 0.5 }]));
});

describe('kernelScale', () => {
  it('leaves one pair in fifty beyond full colour', () => {
    const m = 100;
    const cosine = randomKernel(m, 9).map((value, at) => (at % (m + 1) === 0 ? 1 : value * 0.2));
    const sizes = Array.from(cosine).filter((value, at) => at % (m + 1) !== 0 && !Number.isNaN(value)).map(Math.abs);
    const beyond = sizes.filter((size) => size > kernelScale(cosine, m)).length / sizes.length;
    assert.ok(beyond < 0.03, `${beyond}`);
    assert.ok(kernelScale(cosine, m) < 0.21);
  });
  it('is never 0, so that a colour can be told', () => assert.equal(kernelScale(Float32Array.of(1, 0, 0, 1), 2), 0.01));
});
