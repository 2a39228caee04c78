import { exactPassAtK } from '../counts/exactPassAtK';

/** One prompt of the paper's toy: its feature, and whether its right answer is the unlikely one. */
export interface ToyPrompt {
  readonly s: number;
  readonly hard: boolean;
}

/** The objectives at one θ, exactly, for prompts of equal weight. */
export interface ToyObjectives {
  /** J1 and J_k. */
  readonly passAt1: number;
  readonly passAtK: number;
  /** ∇J1 and ∇J_k, in (θ0, θ1). */
  readonly gradient1: readonly [number, number];
  readonly gradientK: readonly [number, number];
  /** <∇J_k, ∇J1>: below 0 pass@k training lowers pass@1. */
  readonly innerProduct: number;
}

/**
 * The paper's two-answer policy π(1|x) = σ(θ0 + θ1 s), in which an easy prompt's right answer is 0 and a hard one's is 1:
 * pass rate p = 1 - σ or σ, ∇p = ∓ σ(1-σ) (1, s). Everything follows exactly, so it shows what a conflict is.
 *
 * Source: arXiv:2602.21189, sections 3.2 and 3.3, figure 3.
 * @param theta (θ0, θ1); @param prompts at least one; @param k draws, at least 1
 */
export function toyObjectives(theta: readonly [number, number], prompts: readonly ToyPrompt[], k: number): ToyObjectives {
  const gradient1: [number, number] = [0, 0];
  const gradientK: [number, number] = [0, 0];
  let passAt1 = 0;
  let passAtK = 0;
  for (const { s, hard } of prompts) {
    const logit = theta[0] + theta[1] * s;
    // The chance of the right answer, and of a wrong one: both without cancellation.
    const right = 1 / (1 + Math.exp(hard ? -logit : logit));
    const wrong = 1 / (1 + Math.exp(hard ? logit : -logit));
    const slope = ((hard ? 1 : -1) * right * wrong) / prompts.length;
    const weight = k * wrong ** (k - 1);
    passAt1 += right / prompts.length;
    passAtK += exactPassAtK(right, k) / prompts.length;
    gradient1[0] += slope;
    gradient1[1] += slope * s;
    gradientK[0] += weight * slope;
    gradientK[1] += weight * slope * s;
  }
  return { passAt1, passAtK, gradient1, gradientK, innerProduct: gradient1[0] * gradientK[0] + gradient1[1] * gradientK[1] };
}
