import type { SavedChart, WeightChoice } from './exporting';

/** The numbers on show. */
export interface ShownNumbers {
  readonly k: number;
  readonly hardBelow: number;
  readonly easyAbove: number;
}

/** What somebody wants of the report that only the host can do. */
export type HostDeed =
  /** Asks for a shape and a place, and writes the file. dropped: ids of prompts of weight 0. */
  | { readonly type: 'exportWeights'; readonly k: number; readonly weights: WeightChoice; readonly dropped: readonly string[] }
  | { readonly type: 'copySummary'; readonly as: 'markdown' | 'latex'; readonly numbers: ShownNumbers }
  | { readonly type: 'saveReport'; readonly numbers: ShownNumbers; readonly charts: readonly SavedChart[] }
  | { readonly type: 'showFlagHistory'; readonly id: string }
  | { readonly type: 'undoFlags' }
  /** The lines that could not be read, in the Problems of the editor. */
  | { readonly type: 'showProblems' }
  /** Runs that were dropped on the report, by their uris. */
  | { readonly type: 'compareWith'; readonly runs: readonly string[] };
