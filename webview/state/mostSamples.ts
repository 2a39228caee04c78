import type { PromptColumns } from '../../src/core/promptColumns';

const kept = new WeakMap<PromptColumns, number | null>();

/** The largest n of a run; null where the log gives exact rates and no samples. */
export function mostSamples(columns: PromptColumns): number | null {
  const known = kept.get(columns);
  if (known !== undefined) return known;
  const most = columns.n.reduce((max, n) => Math.max(max, n), 0);
  kept.set(columns, most === 0 ? null : most);
  return most === 0 ? null : most;
}
