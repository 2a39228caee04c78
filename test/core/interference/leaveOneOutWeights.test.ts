import assert from 'node:assert/strict';
import { leaveOneOutWeights } from '../../../src/core/interference/leaveOneOutWeights';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { goldenLog } from '../goldenLog';
import { sharedDataExists } from '../sharedData';
import { everyOutcome, smallPolicy, type Outcome, type PolicyPrompt } from '../smallPolicy';

/** S_c, S_w and c of an outcome. */
function sumsOf(prompt: PolicyPrompt, { times }: Outcome): { c: number; correct: Float64Array; wrong: Float64Array } {
  const correct = new Float64Array(3);
  const wrong = new Float64Array(3);
  let c = 0;
  prompt.actions.forEach((action, y) => {
    if (action.correct) c += times[y];
    action.score.forEach((value, j) => ((action.correct ? correct : wrong)[j] += times[y] * value));
  });
  return { c, correct, wrong };
}

describe('leaveOneOutWeights', () => {
  it('makes w_k(p) times the gradient of p, in expectation over every outcome, for every k up to n', () => {
    for (const prompt of smallPolicy) {
      for (const n of [2, 3, 6]) {
        for (let k = 1; k <= n; k++) {
          const mean = new Float64Array(3);
          for (const outcome of everyOutcome(prompt, n)) {
            const { c, correct, wrong } = sumsOf(prompt, outcome);
            const weights = leaveOneOutWeights(n, c, k);
            mean.forEach((_, j) => (mean[j] += outcome.probability * (weights.correct * correct[j] - weights.wrong * wrong[j])));
          }
          const weight = k * (1 - prompt.p) ** (k - 1);
          mean.forEach((value, j) => closeTo(value, weight * prompt.gradient[j], 1e-12, 1e-14));
        }
      }
    }
  });

  it('is the leave-one-out gradient at k = 1: ((n-c) S_c - c S_w) / (n (n-1))', () => {
    const { correct, wrong } = leaveOneOutWeights(8, 3, 1);
    closeTo(correct, 5 / 56, 1e-15);
    closeTo(wrong, 3 / 56, 1e-15);
  });

  it('is nothing when all samples share one verdict', () => {
    assert.deepEqual(leaveOneOutWeights(8, 0, 4), { correct: 0, wrong: 0 });
    assert.deepEqual(leaveOneOutWeights(8, 8, 4), { correct: 0, wrong: 0 });
  });

  if (sharedDataExists) {
    it('equals the golden gradients, plain and weighted', () => {
      const { n, samples, c } = goldenLog('before');
      const { g_loo, h_loo_k8 } = golden().golden_log_expected;
      for (const [k, expected] of [[1, g_loo], [8, h_loo_k8]] as const) {
        expected.forEach((vector, x) => {
          const weights = leaveOneOutWeights(n[x], c[x], k);
          vector.forEach((value, j) => {
            const own = samples.filter(({ prompt }) => prompt === x);
            const sum = own.reduce((total, { correct, score }) => total + (correct ? weights.correct : -weights.wrong) * score[j], 0);
            closeTo(sum, value, 1e-12, 1e-15);
          });
        });
      }
    });
  }
});
