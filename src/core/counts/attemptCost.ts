import type { CountGroups } from './countGroups';
import { intervalFactor } from './intervalFactor';
import { passAtK } from './passAtK';
import type { Interval } from '../reportShape';

/** What a solved prompt costs at one k, over the prompts with at least k samples. Unknown is NaN. */
export interface AttemptCost {
  readonly k: number;
  readonly prompts: number;
  /** Attempts a solved prompt when all k are made: k / pass@k. */
  readonly all: number;
  readonly allCi: Interval;
  /** The same when a verifier stops at the first correct one. */
  readonly stopping: number;
  readonly stoppingCi: Interval;
  /** Wrong attempts a solved prompt when stopping; one is correct. */
  readonly wrong: number;
}

/**
 * Expected attempts to a solved prompt: the attempts spent on all prompts over the prompts solved,
 *
 *     all k:      k / pass@k
 *     stopping:   E[attempts] / pass@k,   E[attempts | x] = Σ_{j<k} (1 - pass@j(x)),   1 - pass@j = C(n-c, j)/C(n, j)
 *
 * since attempt j + 1 is made where the first j failed. Both means are unbiased; their ratio is one of means over prompts, with
 * the interval of such a ratio: SE² = Σ (y - R x)² / (N (N-1) mean(x)²).
 *
 * @param groups prompts by (n, c); @param k whole number >= 1
 * @returns NaN throughout where no prompt has k samples, and where none was solved
 * Cost: O(groups · k).
 */
export function attemptCost({ n, c, size }: CountGroups, k: number): AttemptCost {
  let prompts = 0;
  let solved = 0;
  let attempts = 0;
  const spent = new Float64Array(n.length).fill(NaN);
  const passed = new Float64Array(n.length).fill(NaN);
  for (let group = 0; group < n.length; group++) {
    if (n[group] < k) continue;
    let made = 1;
    for (let j = 1; j < k; j++) made += 1 - passAtK(n[group], c[group], j);
    spent[group] = made;
    passed[group] = passAtK(n[group], c[group], k);
    prompts += size[group];
    solved += size[group] * passed[group];
    attempts += size[group] * made;
  }
  const all = solved > 0 ? (k * prompts) / solved : NaN;
  const stopping = solved > 0 ? attempts / solved : NaN;
  const interval = (ratio: number, cost: (group: number) => number): Interval => {
    if (prompts < 2) return [NaN, NaN];
    let squares = 0;
    for (let group = 0; group < n.length; group++) if (n[group] >= k) squares += size[group] * (cost(group) - ratio * passed[group]) ** 2;
    const reach = intervalFactor(prompts) * (Math.sqrt(squares / (prompts - 1) / prompts) / (solved / prompts));
    return [Math.max(1, ratio - reach), ratio + reach];
  };
  return {
    k, prompts, all, stopping,
    allCi: interval(all, () => k),
    stoppingCi: interval(stopping, (group) => spent[group]),
    wrong: stopping - 1,
  };
}
