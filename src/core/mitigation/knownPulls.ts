import { checkEqualLength } from './checkEqualLength';

/** Weights and agreements of the prompts for which both are known. */
export interface KnownPulls {
  readonly weight: Float64Array;
  readonly agreement: Float64Array;
}

/**
 * The prompts a remedy can reason about. One whose weight or agreement is unknown (NaN) adds nothing to the inner product
 * as estimated, and its weight is left as it is.
 * @throws RangeError if the columns are not of one length
 */
export function knownPulls(caller: string, weights: ArrayLike<number>, agreement: ArrayLike<number>): KnownPulls {
  checkEqualLength(caller, weights, agreement);
  const known: number[] = [];
  for (let x = 0; x < weights.length; x++) if (!Number.isNaN(weights[x]) && !Number.isNaN(agreement[x])) known.push(x);
  return { weight: Float64Array.from(known, (x) => weights[x]), agreement: Float64Array.from(known, (x) => agreement[x]) };
}
