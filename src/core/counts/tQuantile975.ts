import { incompleteBeta } from './incompleteBeta';

/**
 * Student's t distribution's 97.5% quantile: the t with I_{ν/(ν+t²)}(ν/2, 1/2) = 0.05, by bisection.
 * @param freedom ν, degrees of freedom, a whole number >= 1
 * @throws RangeError if ν is not a whole number >= 1
 */
export function tQuantile975(freedom: number): number {
  if (!Number.isSafeInteger(freedom) || freedom < 1) {
    throw new RangeError(`tQuantile975 requires whole degrees of freedom of at least one, got ${freedom}`);
  }
  // The quantile falls from 12.7 at one degree of freedom to 1.96.
  let low = 1.9;
  let high = 13;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (incompleteBeta(freedom / 2, 0.5, freedom / (freedom + middle * middle)) > 0.05) low = middle;
    else high = middle;
  }
}
