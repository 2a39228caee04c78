import type { GradientPopulation } from '../interference/gradientPopulation';
import { sampledGradientColumns } from '../interference/sampledGradientColumns';
import { intervalFactor } from '../counts/intervalFactor';
import { verdict } from '../interference/verdict';
import type { Verdict } from '../reportShape';
import { conflictParts } from './conflictParts';
import { mitigatedWeights, type MitigationMethod } from './mitigatedWeights';
import { stepRates, type StepRate } from './stepRates';
import { withoutPrompts } from './withoutPrompts';

/** What a remedy does on samples that did not choose it. */
export interface MitigationCheck {
  /** ΔJ1 and ΔJ_k a unit of step size; that of pass@1 is the inner product with ∇J1, which must not be below 0. */
  readonly passAt1: StepRate;
  readonly passAtK: StepRate;
  /** "conflict": the remedy does not help; "no conflict": it does. */
  readonly verdict: Verdict;
}

/**
 * Chooses a remedy on one half of the samples and checks it on the other, and the other way about: the mean of both, so that
 * every sample checks once. The weights do not depend on the samples that check them, so the rates are without bias (for
 * weights chosen by half as many samples); an error as large as if both were one.
 *
 * Source: MATH.md 6, last line.
 * @param halves two populations of the same prompts from disjoint samples; @param method null: the weights of pass@k as they are
 * @param dropped prompts to leave out, whatever the method; whoever chose them by these samples has biased the check
 * @returns null where k is not on the curve of both halves: it takes k + 1 samples of every prompt in each
 */
export function checkedMitigation(halves: readonly [GradientPopulation, GradientPopulation], method: MitigationMethod | null, k: number, dropped: readonly number[] = []): MitigationCheck | null {
  const found: { passAt1: StepRate; passAtK: StepRate }[] = [];
  for (const [choosing, checking] of [halves, [halves[1], halves[0]]]) {
    const { n, c } = choosing;
    const columns = { id: [], n, c, errored: new Int32Array(n.length), exactRate: null, gradients: sampledGradientColumns(choosing, null, 'score_grad', null) };
    const parts = conflictParts(columns, k);
    if (parts === null || !checking.ks.includes(k)) return null;
    const weights = method === null ? parts.weights : mitigatedWeights(parts, method).weights;
    found.push(stepRates(checking, withoutPrompts(weights, dropped), k));
  }
  const size = Math.min(halves[0].size, halves[1].size);
  const passAt1 = both(found[0].passAt1, found[1].passAt1, size);
  return { passAt1, passAtK: both(found[0].passAtK, found[1].passAtK, size), verdict: verdict(passAt1.ci) };
}

function both(one: StepRate, other: StepRate, size: number): StepRate {
  const rate = (one.rate + other.rate) / 2;
  const se = (one.se + other.se) / 2;
  const reach = intervalFactor(size) * se;
  return { rate, se, ci: [rate - reach, rate + reach] };
}
