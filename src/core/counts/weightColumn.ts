import type { PromptColumns } from '../promptColumns';
import { checkDraws } from './checkCounts';
import { countGroups } from './countGroups';
import { exactWeight } from './exactWeight';
import { passAtKWeight } from './passAtKWeight';

/**
 * w_k(x) of every prompt, [P]: exact where the rate is, else unbiased from counts; NaN where k > n + 1 or there are no
 * samples.
 * @throws RangeError if k is not a whole number >= 1
 */
export function weightColumn({ n, c, exactRate }: PromptColumns, k: number): Float64Array {
  checkDraws('weightColumn', k);
  const groups = countGroups(n, c);
  const counted = Array.from(groups.n, (count, group) => (count === 0 ? NaN : passAtKWeight(count, groups.c[group], k)));
  return Float64Array.from(groups.of, (group, x) => {
    const rate = exactRate?.[x] ?? NaN;
    return Number.isNaN(rate) ? counted[group] : exactWeight(rate, k);
  });
}
