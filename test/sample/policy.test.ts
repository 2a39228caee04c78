import assert from 'node:assert/strict';
import { easyFamilies } from './easyFamilies';
import { promptPolicy } from './policy';
import { featureNames } from './problem';
import { SeededRandom } from './seededRandom';
import { trapFamilies } from './trapFamilies';

const families = [...easyFamilies, ...trapFamilies];

describe('the policy behind the sample log', () => {
  it('solves a prompt at the rate it was given', () => {
    for (const family of families) {
      const problem = family.make(new SeededRandom(1));
      const { probability } = promptPolicy(problem, 0.3, new SeededRandom(2));
      const right = problem.strategies.reduce((sum, s, j) => sum + (s.correct ? (probability[j] ?? 0) : 0), 0);
      assert.ok(Math.abs(right - 0.3) < 1e-15, family.name);
      assert.ok(Math.abs(probability.reduce((sum, p) => sum + p, 0) - 1) < 1e-15, family.name);
    }
  });

  it('has the gradient that moving the head shows', () => {
    const step = 1e-5;
    for (const family of families) {
      const problem = family.make(new SeededRandom(3));
      const policy = promptPolicy(problem, 0.2, new SeededRandom(4));
      featureNames.forEach((name, f) => {
        // Scores differ from features by a constant per prompt, which a softmax does not see.
        const passRateAt = (theta: number): number => {
          const mass = policy.probability.map((p, j) => p * Math.exp(theta * (policy.score[j]?.[f] ?? 0)));
          const right = mass.reduce((sum, m, j) => sum + (problem.strategies[j]?.correct === true ? m : 0), 0);
          return right / mass.reduce((sum, m) => sum + m, 0);
        };
        const slope = (passRateAt(step) - passRateAt(-step)) / (2 * step);
        assert.ok(Math.abs(slope - (policy.passRateGradient[f] ?? NaN)) < 1e-9, `${family.name}, ${name}`);
      });
    }
  });

  it('has scores that are zero on average', () => {
    for (const family of families) {
      const policy = promptPolicy(family.make(new SeededRandom(5)), 0.4, new SeededRandom(6));
      featureNames.forEach((name, f) => {
        const mean = policy.score.reduce((sum, s, j) => sum + (policy.probability[j] ?? 0) * (s[f] ?? NaN), 0);
        assert.ok(Math.abs(mean) < 1e-15, `${family.name}, ${name}`);
      });
    }
  });
});
