import { checkCounts } from './checkCounts';

/**
 * Share of a prompt's samples that are correct: p = c/n, the unbiased estimate of pass@1.
 * @returns NaN when n = 0
 * @throws RangeError if n and c are no counts
 */
export function passRate(n: number, c: number): number {
  checkCounts('passRate', n, c, 1);
  return n === 0 ? NaN : c / n;
}
