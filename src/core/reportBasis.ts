import { betaBinomial, type BetaBinomialFit, type BetaBinomialRefusal } from './counts/betaBinomial';
import { countGroups, type CountGroups } from './counts/countGroups';
import { intervalFactor } from './counts/intervalFactor';
import { normalQuantile975 } from './counts/normalQuantile975';
import { passRate } from './counts/passRate';
import { wilsonInterval } from './counts/wilsonInterval';
import { conflictByK, type ConflictAtK } from './conflictByK';
import { interferenceFlags } from './interference/interferenceFlags';
import { intervalOrNull } from './intervalOrNull';
import type { GradientColumns, PromptColumns } from './promptColumns';
import type { Interference, Interval, PassAtKRow, PromptState } from './reportShape';

/** All of a report that does not depend on k or the thresholds. */
export interface ReportBasis {
  /** The distinct (n, c) of the prompts that have no exact rate; -1 for those that have. */
  readonly groups: CountGroups;
  /** Pass rate, its interval and state of each group, [M]. */
  readonly groupRate: Float64Array;
  readonly groupCi: readonly (Interval | null)[];
  readonly groupState: readonly (PromptState | null)[];
  /** The exact rates, one for each prompt that has one, in the order of the columns. */
  readonly exactRates: Float64Array;
  /** Pass rate of each prompt, exact or c/n, NaN without samples, [P]. */
  readonly rate: Float64Array;
  /** Samples of the counted prompts that have any: fewest and most; 0 when there are none. */
  readonly fewestSamples: number;
  readonly mostSamples: number;
  readonly interference: readonly Interference[] | null;
  /** 95% interval of each prompt's agreement, [P]. */
  readonly agreementCi: readonly (Interval | null)[] | null;
  readonly conflict: ConflictAtK | null;
  /** The fit that extrapolates pass@k; worked out when first asked for. */
  betaBinomial(): BetaBinomialFit | BetaBinomialRefusal;
  /** pass@k rows worked out so far. */
  readonly passAtKRows: Map<number, PassAtKRow>;
}

const bases = new WeakMap<PromptColumns, ReportBasis>();

/** The basis of a report, made once for these columns: the k slider asks for a report many times a second. */
export function reportBasis(columns: PromptColumns): ReportBasis {
  let basis = bases.get(columns);
  if (basis === undefined) {
    basis = makeBasis(columns);
    bases.set(columns, basis);
  }
  return basis;
}

function makeBasis(columns: PromptColumns): ReportBasis {
  const { n, c, exactRate, gradients } = columns;
  const counted = exactRate === null ? undefined : Uint8Array.from(exactRate, (rate) => (Number.isNaN(rate) ? 1 : 0));
  const groups = countGroups(n, c, counted);
  const groupRate = Float64Array.from(groups.n, (count, group) => passRate(count, groups.c[group]));
  const sampled = groups.n.filter((count) => count > 0);
  let fit: BetaBinomialFit | BetaBinomialRefusal | undefined;
  return {
    groups,
    groupRate,
    groupCi: Array.from(groups.n, (count, group) => (count === 0 ? null : intervalOrNull(wilsonInterval(count, groups.c[group])))),
    groupState: Array.from(groups.n, (count, group) => stateOf(count, groups.c[group])),
    exactRates: exactRate === null ? new Float64Array(0) : exactRate.filter((rate) => !Number.isNaN(rate)),
    rate: Float64Array.from(groups.of, (group, prompt) => (group < 0 ? (exactRate?.[prompt] ?? NaN) : groupRate[group])),
    fewestSamples: sampled.length === 0 ? 0 : sampled.reduce((least, count) => Math.min(least, count), Infinity),
    mostSamples: sampled.reduce((most, count) => Math.max(most, count), 0),
    interference: gradients === null ? null : interferenceFlags(gradients),
    agreementCi: gradients === null ? null : Array.from(gradients.agreement.keys(), (prompt) => agreementInterval(gradients, prompt)),
    conflict: gradients === null ? null : conflictByK(gradients),
    betaBinomial: () => (fit ??= betaBinomial(n, c)),
    passAtKRows: new Map(),
  };
}

/** Its error is the spread over the prompt's own samples, so a small number of them counts. */
function agreementInterval({ agreement, agreementSe, pairs }: GradientColumns, prompt: number): Interval | null {
  const se = agreementSe[prompt];
  const reach = se === 0 ? 0 : (pairs === null ? normalQuantile975 : intervalFactor(pairs.n[prompt])) * se;
  return intervalOrNull([agreement[prompt] - reach, agreement[prompt] + reach]);
}

function stateOf(n: number, c: number): PromptState | null {
  if (n === 0) return null;
  if (c === 0) return 'unsolved';
  return c === n ? 'saturated' : 'mixed';
}
