import { passRate } from '../counts/passRate';

/**
 * The bucket of the pass rate that each prompt falls into.
 *
 * @param counts samples and correct ones, [P]
 * @param edges upper ends of all buckets but the last, ascending, in pass rate; a rate on an edge belongs below it
 * @returns 0 to edges.length, [P]; -1 where there are no samples
 */
export function bucketOf(counts: { readonly n: Int32Array; readonly c: Int32Array }, edges: readonly number[]): Int32Array {
  return counts.n.map((n, x) => {
    const rate = passRate(n, counts.c[x]);
    // 1 - 0.9 is a little below 0.1: a rate this near to an edge is on it.
    const above = edges.findIndex((edge) => rate <= edge + 1e-9);
    return Number.isNaN(rate) ? -1 : above < 0 ? edges.length : above;
  });
}
