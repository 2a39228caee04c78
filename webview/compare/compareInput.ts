import type { CheckpointColumns } from '../../src/core/compare/checkpointColumns';
import type { CheckpointSeries } from '../../src/core/compare/checkpointSeries';
import type { Comparison } from '../../src/core/compare/comparisonShape';
import type { Report } from '../../src/core/reportShape';

/** All that the pictures of a comparison are drawn from, at one k. */
export interface CompareInput {
  readonly k: number;
  readonly comparison: Comparison;
  readonly before: CheckpointColumns;
  readonly after: CheckpointColumns;
  /** Each side's own report, of all its prompts. */
  readonly reports: readonly [before: Report, after: Report];
  /** Over all checkpoints, with two of them too. */
  readonly series: CheckpointSeries;
  /** The way a chart is to be drawn, by its id. */
  readonly choices: Readonly<Record<string, string>>;
}
