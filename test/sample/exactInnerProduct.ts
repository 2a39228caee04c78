import type { PromptPolicy } from './policy';

export interface ExactTruth {
  /** a(x) = <grad p(x), grad J1> of each prompt. */
  readonly agreement: readonly number[];
  /** <grad J_k, grad J_1>, a mean over prompts. */
  innerProduct(k: number): number;
}

/** The truth that the estimates from the log must cover, in closed form: mean of k (1-p)^(k-1) a(x). */
export function exactInnerProduct(policies: readonly PromptPolicy[]): ExactTruth {
  const count = policies.length;
  const gradient = (policies[0]?.passRateGradient ?? []).map((_, f) => policies.reduce((sum, p) => sum + (p.passRateGradient[f] ?? 0), 0) / count);
  const agreement = policies.map((p) => gradient.reduce((sum, g, f) => sum + g * (p.passRateGradient[f] ?? 0), 0));
  return {
    agreement,
    innerProduct: (k) => policies.reduce((sum, p, x) => sum + k * (1 - p.passRate) ** (k - 1) * (agreement[x] ?? 0), 0) / count,
  };
}
