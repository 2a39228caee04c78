import { logQCurve } from '../counts/logQCurve';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import type { PairedGroups } from './pairedGroups';

/** Both movements of pass@k at one k. */
export interface SweepRow {
  readonly k: number;
  /** As pairedDifference has it. */
  readonly observed: PromptMean;
  /** As weightedMovement has it. */
  readonly firstOrder: PromptMean;
}

/**
 * The observed movement of pass@k and its first-order part over a whole curve of k: each distinct (n, c) is worked out once
 * for all k, in O(n). Sources: pairedDifference, weightedMovement.
 * @param ks ascending, whole, at least 1
 */
export function pairedSweep({ counts: { before, after }, size }: PairedGroups, ks: ArrayLike<number>): SweepRow[] {
  const most = ks[ks.length - 1] ?? 0;
  const curves = new Map<string, Float64Array>();
  const curveOf = (n: number, c: number): Float64Array => {
    const key = `${n} ${c}`;
    const known = curves.get(key) ?? logQCurve(n, c, Math.min(n, most));
    curves.set(key, known);
    return known;
  };
  const earlier = Array.from(before.n, (n, group) => curveOf(n, before.c[group]));
  const later = Array.from(after.n, (n, group) => curveOf(n, after.c[group]));
  const rateAfter = Float64Array.from(after.n, (n, group) => after.c[group] / n);
  return Array.from(ks, (k) => {
    const observed = new Float64Array(size.length).fill(NaN);
    const firstOrder = new Float64Array(size.length).fill(NaN);
    for (let group = 0; group < size.length; group++) {
      if (k > before.n[group]) continue;
      const passed = -Math.expm1(earlier[group][k]);
      const weight = k * Math.exp(earlier[group][k - 1]);
      firstOrder[group] = weight * rateAfter[group] - (weight - k * (1 - passed));
      if (k <= after.n[group]) observed[group] = -Math.expm1(later[group][k]) - passed;
    }
    return { k, observed: meanOverPrompts(observed, size), firstOrder: meanOverPrompts(firstOrder, size) };
  });
}
