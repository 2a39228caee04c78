import type { MitigationMethod } from '../core/mitigation/mitigatedWeights';
import type { Interference } from '../core/reportShape';

/** The trainers whose own data set a run can be exported to; docs/training.md says which option of each reads what. */
export type Trainer = 'verl' | 'trl' | 'openrlhf' | 'prime-rl' | 'open-instruct';

/** By name, and as people call them. */
export const TRAINERS: readonly { readonly name: Trainer; readonly title: string }[] = [
  { name: 'verl', title: 'verl' },
  { name: 'trl', title: 'TRL' },
  { name: 'openrlhf', title: 'OpenRLHF' },
  { name: 'prime-rl', title: 'prime-rl and verifiers' },
  { name: 'open-instruct', title: 'open-instruct' },
];

/** even: 1 for every prompt; pass@k: w_k; or w_k after one of the methods. */
export type WeightChoice = 'even' | 'pass@k' | MitigationMethod;

/** A file for a trainer: one prompt a line, those of weight 0 left out. */
export interface TrainingFile {
  /** weights: only id and weight of every prompt, those of weight 0 too, to be joined to a data set by the id. */
  readonly to: Trainer | 'weights';
  /** Where it is written. */
  readonly path: string;
  readonly k: number;
  readonly weights: WeightChoice;
  /** Ids of the prompts whose weight is 0 whatever `weights` says. */
  readonly dropped: readonly string[];
  /** What the trainer is to call the source of the prompts; some choose the reward function by it. */
  readonly dataSource: string;
}

/** What became of the prompts. */
export interface WrittenFile {
  readonly rows: number;
  /** Left out since their weight is 0. */
  readonly zero: number;
  /** Left out since their weight is unknown: too few samples. */
  readonly unknown: number;
  /** Left out since the log does not hold their text. */
  readonly textless: number;
}

/** How a prompt stands in a run, to be held against a flag. */
export interface PromptStanding {
  readonly id: string;
  /** Digest of its text; null where the log holds none. */
  readonly textDigest: string | null;
  readonly agreement: number | null;
  readonly interference: Interference;
  readonly group: 'hard' | 'middle' | 'easy' | null;
}

/** A report that is copied or saved: the numbers at this k, and what they are of. */
export interface SummaryOptions {
  readonly title: string;
  /** Of Pass@k Inspector. */
  readonly version: string;
  /** Of the texts, as HTML names it: "en". */
  readonly language: string;
  readonly k: number;
  readonly hardBelow: number;
  readonly easyAbove: number;
}

/** A chart of a saved report. */
export interface SavedChart {
  readonly title: string;
  /** What a reader who does not see it is told. */
  readonly description: string;
  /** A picture as a data URL, image/png or image/svg+xml. */
  readonly picture: string;
  /** The table of its points, with a head; empty where it has none. */
  readonly table: readonly (readonly string[])[];
}

/** What the host asks of a run for a file, the clipboard or its flags; a view never does. */
export type ExportQuestion =
  | { readonly kind: 'trainingFile'; readonly file: TrainingFile }
  | { readonly kind: 'standings'; readonly ids: readonly string[] }
  | { readonly kind: 'summary'; readonly as: 'markdown' | 'latex'; readonly options: SummaryOptions }
  | { readonly kind: 'savedReport'; readonly path: string; readonly options: SummaryOptions; readonly charts: readonly SavedChart[]; readonly flags: readonly (readonly [id: string, flag: string])[] };

export type ExportAnswer =
  | { readonly kind: 'trainingFile'; readonly written: WrittenFile }
  /** Of those ids that the run has. */
  | { readonly kind: 'standings'; readonly standings: readonly PromptStanding[] }
  | { readonly kind: 'summary'; readonly text: string }
  | { readonly kind: 'savedReport' };
