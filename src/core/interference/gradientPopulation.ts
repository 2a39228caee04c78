import type { GradientSums } from './gradientSums';

/**
 * The prompts J1 is the mean over, the k on offer, and the gradients summed over those prompts. Made once after the
 * first pass; what the second pass and the columns need.
 */
export interface GradientPopulation {
  readonly sums: GradientSums;
  /** Samples that the estimates of each prompt use, and the correct ones among them, [P]. */
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** 1 where the prompt takes part, [P]; `size` of them. */
  readonly included: Uint8Array;
  readonly size: number;
  /** The k of the curve, ascending, [K]; 1 is always among them unless no prompt takes part. */
  readonly ks: Int32Array;
  /** H_k = Σ_x ĥ_k(x) over the included prompts, K vectors one after the other, [K·dimension]. H_1 = G. */
  readonly gradients: Float64Array;
}

/**
 * @param sums the first pass
 * @param n samples of each prompt, [P]
 * @param c correct samples of each prompt, [P]
 * @param asked values of k that must be on the curve if they are in range
 */
export function gradientPopulation(
  sums: GradientSums,
  n: Int32Array,
  c: Int32Array,
  asked: readonly number[] = [],
): GradientPopulation {
  throw new Error(`not there yet ${String(sums)} ${n.length} ${c.length} ${asked.length}`);
}
