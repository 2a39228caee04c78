import { effectivePrompts } from './counts/effectivePrompts';
import { exactWeight } from './counts/exactWeight';
import { meanOverPrompts } from './counts/meanOverPrompts';
import { passAtKWeight } from './counts/passAtKWeight';
import { shareOnUnsolved } from './counts/shareOnUnsolved';
import { numberOrNull } from './numberOrNull';
import type { ReportBasis } from './reportBasis';
import type { WeightSummary } from './reportShape';

/** Where a pass@k update would put its weight, over the prompts whose weight can be estimated: those with n >= k - 1. */
export function weightSummary({ groups, exactRates }: ReportBasis, k: number): WeightSummary {
  const counted = Array.from(groups.n, (n, group) => (n === 0 ? NaN : passAtKWeight(n, groups.c[group], k)));
  const exact = Array.from(exactRates, (rate) => exactWeight(rate, k));
  const weights = [...counted, ...exact];
  const times = [...groups.size, ...exact.map(() => 1)];
  const unsolved = [...Array.from(groups.c, (c) => c === 0), ...Array.from(exactRates, (rate) => rate === 0)];
  return {
    k,
    mean: numberOrNull(meanOverPrompts(weights, times).mean),
    effectivePrompts: numberOrNull(effectivePrompts(weights, times)),
    shareOnUnsolved: numberOrNull(shareOnUnsolved(weights, unsolved, times)),
  };
}
