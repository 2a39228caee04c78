import type { CountGroups } from './countGroups';
import { passAtK } from './passAtK';
import { simultaneousFactor } from './simultaneousFactor';

/**
 * By how many standard errors the 95% band of a pass@k curve reaches to either side when it must hold at all these k at
 * once. Where pass@k comes from different prompts at different k there is no common band: NaN.
 * @param groups the prompts by (n, c); @param ks all at most every n
 */
export function simultaneousPassAtK({ n, c, size }: CountGroups, ks: readonly number[]): number {
  const prompts = size.reduce((sum, count) => sum + count, 0);
  if (prompts === 0 || ks.length === 0 || ks.some((k) => n.some((count) => count < k))) return NaN;
  const deviations = new Float64Array(ks.length * n.length);
  ks.forEach((k, place) => {
    const values = Array.from(n, (count, group) => passAtK(count, c[group], k));
    const mean = values.reduce((sum, value, group) => sum + value * size[group], 0) / prompts;
    values.forEach((value, group) => (deviations[place * n.length + group] = value - mean));
  });
  return simultaneousFactor(deviations, n.length, size);
}
