import type { PromptColumns } from '../promptColumns';

/**
 * w_k(x) a(x) of every prompt at any k, [P]. NaN where unknown. Its mean over the included prompts, unknown ones counted
 * as 0, is exactly the benchmark inner product on the curve.
 *
 *     unbiased: (1/N) [α_k <S_c, G-g> - β_k <S_w, G-g> + wself_k]   (MATH.md 4.3)
 *     else:     w_k(p(x)) a(x)
 *
 * @throws RangeError if k is not a whole number >= 1
 */
export function weightedAgreementColumn(columns: PromptColumns, k: number): Float64Array {
  throw new Error(`not there yet ${columns.id.length} ${k}`);
}
