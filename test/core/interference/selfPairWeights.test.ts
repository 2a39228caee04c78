import assert from 'node:assert/strict';
import { passAtKWeight } from '../../../src/core/counts/passAtKWeight';
import { selfPairWeights } from '../../../src/core/interference/selfPairWeights';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { sharedDataExists } from '../sharedData';
import { dot, everyOutcome, smallPolicy, type Action } from '../smallPolicy';

/** CC, CW and WW as what they are: sums over ordered pairs of different samples. */
function pairSums(actions: readonly Action[], times: readonly number[]): { cc: number; cw: number; ww: number; c: number } {
  const samples = actions.flatMap((action, y) => Array.from({ length: times[y] }, () => action));
  let cc = 0;
  let cw = 0;
  let ww = 0;
  samples.forEach((one, i) =>
    samples.forEach((other, j) => {
      if (i === j) return;
      const product = dot(one.score, other.score);
      if (one.correct && other.correct) cc += product;
      else if (!one.correct && !other.correct) ww += product;
      else cw += product;
    }),
  );
  return { cc, cw, ww, c: samples.filter(({ correct }) => correct).length };
}

describe('selfPairWeights', () => {
  it('makes w_k(p) times the squared gradient of p, in expectation over every outcome, for every k up to n - 1', () => {
    for (const prompt of smallPolicy) {
      for (const n of [3, 5]) {
        for (let k = 1; k < n; k++) {
          let mean = 0;
          for (const { probability, times } of everyOutcome(prompt, n)) {
            const { cc, cw, ww, c } = pairSums(prompt.actions, times);
            const weights = selfPairWeights(n, c, (m, correct) => passAtKWeight(m, correct, k));
            mean += probability * (weights.correct * cc - weights.cross * cw + weights.wrong * ww);
          }
          closeTo(mean, k * (1 - prompt.p) ** (k - 1) * dot(prompt.gradient, prompt.gradient), 1e-12, 1e-15);
        }
      }
    }
  });

  it('is nothing when all samples share one verdict', () => {
    assert.deepEqual(selfPairWeights(8, 0, () => 1), { correct: 0, cross: 0, wrong: 0 });
    assert.deepEqual(selfPairWeights(8, 8, () => 1), { correct: 0, cross: 0, wrong: 0 });
  });

  if (sharedDataExists) {
    it('equals the golden self terms, plain and weighted', () => {
      const { n, c, samples } = goldenLog('before');
      const { kself_u, wself_u_k8 } = golden().golden_log_expected;
      for (let x = 0; x < n.length; x++) {
        const own = samples.filter(({ prompt }) => prompt === x).map(({ correct, score }) => ({ correct, score, probability: 0 }));
        const { cc, cw, ww } = pairSums(own, own.map(() => 1));
        const plain = selfPairWeights(n[x], c[x], () => 1);
        closeTo(plain.correct * cc - plain.cross * cw + plain.wrong * ww, kself_u[x], 1e-12);
        const weighted = selfPairWeights(n[x], c[x], (m, correct) => passAtKWeight(m, correct, 8));
        closeTo(weighted.correct * cc - weighted.cross * cw + weighted.wrong * ww, wself_u_k8[x], 1e-12, 1e-18);
      }
    });
  }
});
