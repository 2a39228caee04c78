import type { GradientColumns } from '../promptColumns';

export interface GivenAgreements {
  /** a(x) as the log gives it, NaN where it does not, [P]. */
  readonly agreement: Float64Array;
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** As in PromptColumns. */
  readonly exactRate: Float64Array | null;
  /** Values of k that must be on the curve if they are in range. */
  readonly asked?: readonly number[];
}

/**
 * The gradient columns from agreement scores computed elsewhere: the inner product is mean(w(p) a) over the prompts that
 * have both, its standard error sd(w a)/√N.
 * @returns null when no prompt has an agreement and a pass rate
 */
export function givenAgreementColumns(given: GivenAgreements): GradientColumns | null {
  throw new Error(`not there yet ${given.agreement.length}`);
}
