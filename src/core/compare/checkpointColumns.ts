import type { PromptColumns } from '../promptColumns';
import type { ReportSource } from '../reportShape';

/** Counts of two halves of a checkpoint's samples, row by row; 0 where a log gives counts and no samples. */
export interface HalvedCounts {
  readonly choosing: { readonly n: Int32Array; readonly c: Int32Array };
  readonly measuring: { readonly n: Int32Array; readonly c: Int32Array };
}

/** One checkpoint, as a comparison takes it. P prompts, in its own order. */
export interface CheckpointColumns {
  /** Short, and different from the other checkpoints' names. */
  readonly name: string;
  /** The step that its name tells, for an axis; null unless every checkpoint tells another. */
  readonly step: number | null;
  readonly source: ReportSource;
  /** With gradients where there are some. */
  readonly columns: PromptColumns;
  /** Every other counted sample of a prompt, and the rest: one half chooses its bucket, the other measures. */
  readonly halves: HalvedCounts;
  /** Tells prompt texts apart, so that one id with two texts is noticed; 0 where unknown, [P]. */
  readonly textMark: Float64Array;
}
