import type { Interval, Verdict } from '../reportShape';

/**
 * All maximal runs of consecutive k on the curve whose verdict is "conflict", as [first k, last k]. A conflict can be a
 * window in k, so one threshold is not enough (MATH.md 6).
 * @param ks ascending; @param verdicts one for each
 */
export function conflictIntervals(ks: ArrayLike<number>, verdicts: readonly Verdict[]): Interval[] {
  const runs: Interval[] = [];
  let first = -1;
  for (let i = 0; i <= verdicts.length; i++) {
    const conflict = i < verdicts.length && verdicts[i] === 'conflict';
    if (conflict && first < 0) first = i;
    if (!conflict && first >= 0) {
      runs.push([ks[first], ks[i - 1]]);
      first = -1;
    }
  }
  return runs;
}
