import type { PromptMean } from '../counts/meanOverPrompts';
import { categoryMeans } from '../counts/categoryMeans';
import { passRate } from '../counts/passRate';
import { bucketOf } from './bucketOf';
import { checkPaired, type PairedCounts } from './pairedCounts';

/**
 * Movement of the pass rate by difficulty before: buckets are chosen by one half of the earlier samples (or another run) and
 * the movement measured from the other half, since choosing and measuring on the same samples makes hard prompts seem to
 * improve and easy ones to worsen where nothing changed (regression to the mean: +0.067 at c = 0 with n = 8).
 *
 * Source: MATH.md 5.
 * @param choosing counts that only decide the bucket, [P]
 * @param measuring independent counts before and after, [P]
 * @param edges upper ends of all buckets but the last, ascending, in pass rate; a rate on an edge belongs below it
 * @returns the mean movement of each bucket, edges.length + 1 of them
 * @throws RangeError if the columns are not of one length
 */
export function bucketedMovement(
  choosing: { readonly n: Int32Array; readonly c: Int32Array },
  measuring: PairedCounts,
  edges: readonly number[],
): PromptMean[] {
  checkPaired('bucketedMovement', measuring);
  const { before, after } = measuring;
  const movement = Float64Array.from(before.n, (n, x) => passRate(after.n[x], after.c[x]) - passRate(n, before.c[x]));
  return categoryMeans(movement, bucketOf(choosing, edges), edges.length + 1);
}
