/** The two-action policy of the paper's toy: all that follows from θ and s, worked out anew. */
export interface ToyPrompts {
  readonly p: number[];
  readonly gradients: Float64Array[];
  readonly agreement: number[];
}

/**
 * π(1|x) = σ(θ0 + θ1 s); an easy prompt's right answer is 0, a hard one's 1 (arXiv:2602.21189, section 3.2).
 * @param hard false for easy, true for hard, one for each s
 */
export function toyPrompts(theta: readonly [number, number], s: readonly number[], hard: readonly boolean[]): ToyPrompts {
  const one = s.map((x) => 1 / (1 + Math.exp(-(theta[0] + theta[1] * x))));
  const p = one.map((rate, i) => (hard[i] ? rate : 1 - rate));
  const gradients = s.map((x, i) => {
    const slope = (hard[i] ? 1 : -1) * one[i] * (1 - one[i]);
    return Float64Array.of(slope, slope * x);
  });
  const mean = [0, 1].map((j) => gradients.reduce((sum, g) => sum + g[j], 0) / s.length);
  return { p, gradients, agreement: gradients.map((g) => g[0] * mean[0] + g[1] * mean[1]) };
}

/** Section 3.3's two prompts. */
export const toyA = toyPrompts([-2, -2], [-0.1, 0.1], [false, true]);

/** Twelve prompts, seven easy and five hard, with a conflict from k = 7 on. */
export const toyB = toyPrompts(
  [-1.7, 0.9],
  [-1.6, -0.5, -0.4, -0.2, 0, 0.5, 1.1, -1.2, -0.1, 0.7, 1.5, 1.6],
  Array.from({ length: 12 }, (_, i) => i >= 7),
);
