import { checkCounts } from '../counts/checkCounts';
import { wilsonInterval } from '../counts/wilsonInterval';
import type { Interval } from '../reportShape';

/**
 * 95% confidence interval of the change of a prompt's pass rate, p1 - p0, from two independent sets of samples (Newcombe's
 * hybrid of two Wilson intervals, his method 10):
 *
 *     [d - √((p1-l1)² + (u0-p0)²),  d + √((u1-p1)² + (p0-l0)²)],   d = p1 - p0
 *
 * Source: Newcombe 1998; MATH.md 3.
 * @param n0 samples before, @param c0 correct ones; @param n1, @param c1 after
 * @returns [-1, 1], which says nothing, when either has no samples
 * @throws RangeError if they are no counts
 */
export function newcombeInterval(n0: number, c0: number, n1: number, c1: number): Interval {
  checkCounts('newcombeInterval', n0, c0, 1);
  checkCounts('newcombeInterval', n1, c1, 1);
  if (n0 === 0 || n1 === 0) return [-1, 1];
  const before = c0 / n0;
  const after = c1 / n1;
  const [low0, high0] = wilsonInterval(n0, c0);
  const [low1, high1] = wilsonInterval(n1, c1);
  const change = after - before;
  return [change - Math.hypot(after - low1, high0 - before), change + Math.hypot(high1 - after, before - low0)];
}
