import type { PromptColumns } from './promptColumns';
import type { Report, ReportSource } from './reportShape';

export interface ReportOptions {
  /** The k of weights, conflict and table. */
  readonly k: number;
  /** More k for the pass@k rows. */
  readonly ks?: readonly number[];
  /** A prompt is hard if its pass rate is below this. */
  readonly hardBelow: number;
  /** A prompt is easy if its pass rate is above this. */
  readonly easyAbove: number;
}

/**
 * The report of DESIGN.md 4. Called on every move of the k slider: what does not depend on k is kept with the columns.
 * @param flags per prompt id, the flag in force
 * @throws RangeError if k is not a whole number >= 1
 */
export function report(
  source: ReportSource,
  columns: PromptColumns,
  options: ReportOptions,
  flags?: ReadonlyMap<string, string>,
): Report {
  throw new Error(`not there yet ${source.samples} ${columns.id.length} ${options.k} ${flags?.size ?? 0}`);
}
