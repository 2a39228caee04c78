import { checkDraws } from './checkCounts';
import { checkRate } from './checkRate';

/**
 * pass@k of a prompt whose pass rate p is known exactly: 1 - (1-p)^k.
 * @returns a number in [0, 1]; NaN for a rate of NaN
 * @throws RangeError if the rate is outside [0, 1], or k is not a whole number >= 1
 */
export function exactPassAtK(rate: number, k: number): number {
  checkRate('exactPassAtK', rate);
  checkDraws('exactPassAtK', k);
  return rate === 0 ? 0 : -Math.expm1(k * Math.log1p(-rate));
}
