import { checkDraws } from './checkCounts';
import { checkRate } from './checkRate';

/**
 * Weight a pass@k update gives a prompt whose pass rate p is known exactly: w_k(p) = k (1-p)^(k-1).
 *
 * Source: arXiv:2602.21189, eq. 3. With p = c/n put in it is the paper's plug-in weight, which is biased upwards.
 * @returns a number in [0, k]; NaN for a rate of NaN
 * @throws RangeError if the rate is outside [0, 1], or k is not a whole number >= 1
 */
export function exactWeight(rate: number, k: number): number {
  checkRate('exactWeight', rate);
  checkDraws('exactWeight', k);
  return k === 1 ? (Number.isNaN(rate) ? NaN : 1) : k * Math.exp((k - 1) * Math.log1p(-rate));
}
