import type { CheckpointColumns } from '../core/compare/checkpointColumns';

/**
 * Two or more checkpoints of the same prompts. The view counts with it by itself, for any two of them and any k:
 * `compareCheckpoints(before, after, k)` and `checkpointSeries(checkpoints, k)` of the core.
 */
export interface ComparisonSnapshot {
  /** For headings: "step000.jsonl → step030.jsonl". */
  readonly title: string;
  /** In order: training's where the names tell it, else as given. */
  readonly checkpoints: readonly CheckpointColumns[];
  /** The settings in force. */
  readonly defaults: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number };
}
