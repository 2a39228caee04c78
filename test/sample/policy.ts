import { featureNames, type Problem } from './problem';
import type { SeededRandom } from './seededRandom';

/** The policy on one problem: what it does how often, and the exact gradient of that. */
export interface PromptPolicy {
  /** Probability of each strategy; sums to one. */
  readonly probability: readonly number[];
  /** Score vector of each strategy, the gradient of log pi with respect to the head. */
  readonly score: readonly (readonly number[])[];
  /** p, the probability of a correct answer. */
  readonly passRate: number;
  /** The gradient of p. */
  readonly passRateGradient: readonly number[];
}

/**
 * A softmax policy: a frozen base with a trainable linear head on top, looked at when the head is still zero.
 *
 *     log pi(y|x) = b(x,y) + <theta, phi(x,y)> - log Z(x),   theta = 0
 *     score:      s(x,y) = phi(x,y) - sum_y' pi(y'|x) phi(x,y')
 *     gradient:   grad p(x) = sum over correct y of pi(y|x) s(x,y)
 *
 * The wording of a response does not depend on theta, so the score of a response is the score of its strategy.
 */
export function promptPolicy(problem: Problem, passRate: number, random: SeededRandom): PromptPolicy {
  const { strategies } = problem;
  const shareOf = (correct: boolean): number => strategies.reduce((sum, s) => sum + (s.correct === correct ? s.share : 0), 0);
  const [right, wrong] = [shareOf(true), shareOf(false)];
  const probability = strategies.map((s) => (s.correct ? (passRate * s.share) / right : ((1 - passRate) * s.share) / wrong));
  const features = strategies.map((s) => featureNames.map((name) => (s.features[name] ?? 0) + random.between(-0.15, 0.15)));
  const mean = featureNames.map((_, f) => features.reduce((sum, phi, j) => sum + (probability[j] ?? 0) * (phi[f] ?? 0), 0));
  const score = features.map((phi) => phi.map((value, f) => value - (mean[f] ?? 0)));
  const passRateGradient = featureNames.map((_, f) =>
    strategies.reduce((sum, s, j) => sum + (s.correct ? (probability[j] ?? 0) * (score[j]?.[f] ?? 0) : 0), 0));
  return { probability, score, passRate, passRateGradient };
}

/** Draws a strategy by its probability. */
export function drawStrategy(policy: PromptPolicy, random: SeededRandom): number {
  let rest = random.next();
  const last = policy.probability.length - 1;
  for (let j = 0; j < last; j++) {
    rest -= policy.probability[j] ?? 0;
    if (rest < 0) return j;
  }
  return last;
}
