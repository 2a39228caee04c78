/** One possible answer to a prompt: its probability, score vector ∇log π and verdict. */
export interface Action {
  readonly probability: number;
  readonly score: Float64Array;
  readonly correct: boolean;
}

export interface PolicyPrompt {
  readonly actions: readonly Action[];
  /** Exact pass rate and its gradient Σ_correct π(y) s(y). */
  readonly p: number;
  readonly gradient: Float64Array;
}

/**
 * A softmax policy over a few answers, π(y) ∝ exp(θ·φ(y)): everything about it can be worked out exactly.
 * @param theta parameters, shared by all prompts; @param features one vector an answer; @param correct verdict of each
 */
export function softmaxPrompt(theta: readonly number[], features: readonly number[][], correct: readonly boolean[]): PolicyPrompt {
  const powers = features.map((phi) => Math.exp(phi.reduce((sum, value, j) => sum + value * theta[j], 0)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  const mean = theta.map((_, j) => features.reduce((sum, phi, y) => sum + probabilities[y] * phi[j], 0));
  const actions = features.map((phi, y) => ({
    probability: probabilities[y],
    score: Float64Array.from(phi, (value, j) => value - mean[j]),
    correct: correct[y],
  }));
  const gradient = new Float64Array(theta.length);
  let p = 0;
  for (const action of actions) {
    if (!action.correct) continue;
    p += action.probability;
    action.score.forEach((value, j) => (gradient[j] += action.probability * value));
  }
  return { actions, p, gradient };
}

/** How often each answer came in n samples, with the probability of just that. */
export interface Outcome {
  readonly probability: number;
  readonly times: readonly number[];
}

/** Every outcome of n samples of a prompt; their probabilities add up to 1. */
export function everyOutcome(prompt: PolicyPrompt, n: number): Outcome[] {
  const result: Outcome[] = [];
  const place = (y: number, left: number, probability: number, times: readonly number[]): void => {
    if (y === prompt.actions.length - 1) {
      result.push({ probability: probability * prompt.actions[y].probability ** left, times: [...times, left] });
      return;
    }
    let ways = 1;
    for (let count = 0; count <= left; count++) {
      place(y + 1, left - count, probability * ways * prompt.actions[y].probability ** count, [...times, count]);
      ways = (ways * (left - count)) / (count + 1);
    }
  };
  place(0, n, 1, []);
  return result;
}

/** Calls back for every combination of one outcome a prompt, with its probability. */
export function everyRun(
  outcomes: readonly (readonly Outcome[])[],
  visit: (probability: number, run: readonly Outcome[]) => void,
  chosen: readonly Outcome[] = [],
  probability = 1,
): void {
  if (chosen.length === outcomes.length) {
    visit(probability, chosen);
    return;
  }
  for (const outcome of outcomes[chosen.length]) {
    everyRun(outcomes, visit, [...chosen, outcome], probability * outcome.probability);
  }
}

/** Three prompts in three dimensions that pull in different directions, one hard and one easy. */
export const smallPolicy: readonly PolicyPrompt[] = [
  softmaxPrompt([0.4, -0.7, 0.2], [[1, 0, 0.5], [0, 1, -1], [-0.5, 0.3, 2]], [true, false, true]),
  softmaxPrompt([0.4, -0.7, 0.2], [[0.2, 1.5, 0], [1, -0.5, 0.4]], [true, false]),
  softmaxPrompt([0.4, -0.7, 0.2], [[-1, 0.6, 1], [0.8, -1.2, 0]], [false, true]),
];

/** Σ a_j b_j */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
}
