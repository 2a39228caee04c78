import type { Comparison } from '../core/compare/comparisonShape';
import type { PromptMean } from '../core/counts/meanOverPrompts';
import type { CertifiedConflict } from '../core/interference/certifiedConflict';
import type { GradientPlane } from '../core/interference/gradientPlane';
import type { OnsetSummary } from '../core/interference/onsetSummary';
import type { Partner } from '../core/interference/strongestPartners';
import type { MitigationCheck } from '../core/mitigation/checkedMitigation';
import type { MitigationMethod } from '../core/mitigation/mitigatedWeights';
import type { PromptColumns } from '../core/promptColumns';
import type { ReportSource } from '../core/reportShape';
import type { FlagState } from '../flags/flagEvent';
import type { FieldMap, SampleTexts } from '../logs/formats/logFormat';
import type { SampleVerdict } from '../logs/recordSink';
import type { BlockPlaces } from '../logs/scan/scannedBlock';
import type { ScanWish } from '../logs/scan/wasmLines';
import type { ComparisonSnapshot } from './comparisonSnapshot';

/**
 * All that crosses a thread: worker -> host -> view and back, the same two unions on both hops.
 * Every answer is a whole snapshot that says what it is about. Every request ends in its answer or in `failed`.
 */
export type ToView =
  | { readonly type: 'progress'; readonly bytesRead: number; readonly bytesTotal: number; readonly samples: number }
  | { readonly type: 'run'; readonly run: RunSnapshot }
  /** In place of `run` where the worker was given checkpoints. */
  | { readonly type: 'comparison'; readonly comparison: ComparisonSnapshot }
  | { readonly type: 'flags'; readonly flags: readonly FlagState[] }
  | { readonly type: 'prompt'; readonly request: number; readonly detail: PromptDetail }
  | { readonly type: 'sample'; readonly request: number; readonly sample: number; readonly texts: SampleTexts }
  | { readonly type: 'analysis'; readonly request: number; readonly result: AnalysisResult }
  | { readonly type: 'readings'; readonly request: number; readonly readings: LogReadings }
  /** request null: the run itself could not be read. choose: it might be, were its format or fields chosen. */
  | { readonly type: 'failed'; readonly request: number | null; readonly message: string; readonly retry: boolean; readonly choose?: boolean }
  /** A command of the editor, so that every key can be bound anew. */
  | { readonly type: 'act'; readonly act: ViewAct }
  | { readonly type: 'showPrompt'; readonly id: string };

export type FromView =
  /** The view is there, or there again: send it all. */
  | { readonly type: 'ready' }
  /** checkpoint, here and below: which of a comparison's, from 0; absent for a run. */
  | { readonly type: 'readPrompt'; readonly request: number; readonly prompt: number; readonly checkpoint?: number }
  /** sample: as PromptDetail numbers it. */
  | { readonly type: 'readSample'; readonly request: number; readonly sample: number; readonly checkpoint?: number }
  /** Its answer is `analysis`. */
  | { readonly type: 'analyse'; readonly request: number; readonly analysis: Analysis }
  /** Ends an analysis early, in `failed`. */
  | { readonly type: 'stopAnalysis'; readonly request: number }
  /** file: index into source.files; line: from 1. */
  | { readonly type: 'openSource'; readonly file: number; readonly line: number }
  | { readonly type: 'setFlag'; readonly request: number; readonly prompts: readonly FlagEvidence[]; readonly flag: string | null; readonly note: string }
  /** What readings of a file's beginning would give; choices null: in every format. Asked by the host; its answer is `readings`. */
  | { readonly type: 'previewReadings'; readonly request: number; readonly path: string; readonly choices: readonly ReadingChoice[] | null }
  /** Lets the user choose the format and the fields. */
  | { readonly type: 'chooseFormat' }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'chooseRun'; readonly run: string };

export type ViewAct =
  | 'nextPrompt' | 'previousPrompt' | 'nextSample' | 'previousSample' | 'moreK' | 'lessK'
  | 'flag' | 'openSource' | 'closePrompt' | 'filter' | 'showKeys';

/** What a flag remembers of the moment it was set. */
export interface FlagEvidence {
  readonly id: string;
  readonly k: number;
  readonly weight: number | null;
  readonly agreement: number | null;
}

export interface RunSnapshot {
  /** Short name for headings: the file's, or the folder's. */
  readonly title: string;
  readonly source: ReportSource;
  readonly columns: PromptColumns;
  /** Per file, which field was read as what. */
  readonly fields: readonly FieldMap[];
  /** The settings in force; the view starts from them and moves them without a message. */
  readonly defaults: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number };
  /** For the status bar: the host does not count. null: unknown. */
  readonly headline: { readonly passAt1: number | null; readonly passAtK: number | null; readonly k: number };
  /** True while the rest is still being read. */
  readonly partial: boolean;
}

export interface PromptDetail {
  readonly prompt: number;
  readonly id: string;
  /** null: the log holds no prompt text. */
  readonly text: string | null;
  readonly target: string | null;
  readonly samples: readonly SampleLine[];
}

export interface SampleLine {
  /** Its number for readSample: the place in the whole log. */
  readonly sample: number;
  /** The log's own sample number, or the order in the log. */
  readonly index: number;
  readonly verdict: SampleVerdict;
  readonly score: number | null;
  readonly answer: string | null;
  readonly file: number;
  readonly line: number;
}

/** How a log is to be read, as the setting passk.formats says it; what is absent the content decides. */
export interface ReadingChoice {
  readonly format?: string;
  readonly fields?: FieldMap;
}

/** What one reading of the beginning of a log gives. */
export interface Reading {
  readonly format: string;
  readonly title: string;
  readonly fields: FieldMap;
  /** Fields that could be the verdict. */
  readonly verdicts: readonly string[];
  /** How sure the format is of itself, 0 to 1; null where it was not asked. */
  readonly confidence: number | null;
  readonly prompts: number;
  readonly samples: number;
  readonly passAt1: number | null;
  /** Why nothing can be read; null where something can. */
  readonly problem: string | null;
}

export interface LogReadings {
  readonly path: string;
  /** The beginning that was read is the whole log. */
  readonly isAll: boolean;
  readonly fields: readonly SeenField[];
  readonly readings: readonly Reading[];
}

/** A field of the first records, with a value that it has. */
export interface SeenField {
  readonly path: string;
  readonly example: string;
}

/** What is worked out only when asked for, of the run that is shown. Prompts are rows of the snapshot's columns. */
export type Analysis =
  /** Where the conflict begins, over bootstrap resamples of the prompts (1,000 are usual). */
  | { readonly kind: 'onset'; readonly resamples: number }
  /** The prompts that one prompt interferes with most: `count` of each sign. */
  | { readonly kind: 'partners'; readonly prompt: number; readonly count: number }
  /** Cosine between the gradients of these prompts, at most 2,000. */
  | { readonly kind: 'kernel'; readonly prompts: readonly number[] }
  | { readonly kind: 'mitigation'; readonly k: number; readonly methods: readonly MitigationMethod[] }
  /** J1 and J_k in the plane of their gradients. */
  | { readonly kind: 'plane'; readonly k: number }
  /** The paper's sufficient condition for a conflict: loose. */
  | { readonly kind: 'certified'; readonly k: number }
  /** pass^k, mG-Pass@k, majority@k and best-of-k over the whole curve. */
  | { readonly kind: 'metrics'; readonly k: number }
  /** All runs of the log beside each other: the snapshot that a comparison of several logs gives. */
  | { readonly kind: 'checkpoints' }
  /** How hard, middle and easy prompts moved together over runs of the same log; the first run decides the groups. */
  | { readonly kind: 'coMovement'; readonly runs: readonly string[] }
  /** Movement between two runs of the same log. */
  | { readonly kind: 'compare'; readonly before: string; readonly after: string; readonly k: number };

/** NaN is unknown. */
export type AnalysisResult =
  /** onsets: first k in conflict of each resample, NaN where there is none. */
  | { readonly kind: 'onset'; readonly onset: OnsetSummary; readonly onsets: Float64Array }
  /** unknown: prompts whose gradient is unknown, which can be nobody's partner as far as the log tells. */
  | { readonly kind: 'partners'; readonly prompt: number; readonly negative: readonly Partner[]; readonly positive: readonly Partner[]; readonly unknown: number }
  /**
   * prompts: those with a known gradient, hard to easy; cosine: [m·m], row by row; unknown: how many were left out;
   * blocks: mean kernel between hard, middle and easy, [3·3], over all prompts.
   */
  | { readonly kind: 'kernel'; readonly prompts: Int32Array; readonly cosine: Float32Array; readonly unknown: number; readonly blocks: Float64Array }
  | {
      readonly kind: 'mitigation';
      readonly k: number;
      /** The weights of pass@k as they are, to compare with. */
      readonly raw: Remedy;
      readonly remedies: readonly (Remedy & { readonly method: MitigationMethod; readonly parameter: number })[];
      /** The largest k up to which no k conflicts. */
      readonly largestSafeK: number;
      /** Why nothing could be checked on other samples; null where it was. */
      readonly unchecked: string | null;
    }
  | { readonly kind: 'plane'; readonly plane: GradientPlane; readonly label: string }
  /** squaredScore: G², the largest mean of |∇log π|² over the prompts, as estimated. */
  | { readonly kind: 'certified'; readonly certified: CertifiedConflict; readonly squaredScore: number; readonly label: string }
  /**
   * Every k to 128 and 16 an octave above, as far as some prompt has samples. bestOfK: null where the log has no scores beside
   * verdicts; majority: null where it has no answers. simultaneous: standard errors to either side of a band over all k.
   */
  | { readonly kind: 'metrics'; readonly rows: readonly MetricsRow[]; readonly simultaneous: number }
  /** blocks: hard, middle, easy, [3·3], mean product of the changes of two prompts; prompts: how many in each group. */
  | { readonly kind: 'coMovement'; readonly blocks: Float64Array; readonly prompts: Int32Array; readonly label: string }
  | { readonly kind: 'checkpoints'; readonly comparison: ComparisonSnapshot }
  | { readonly kind: 'compare'; readonly comparison: Comparison };

/** The other metrics of n samples at one k, each with its 95% interval. */
export interface MetricsRow {
  readonly k: number;
  readonly passAtK: PromptMean;
  readonly passHatK: PromptMean;
  readonly mgPass: PromptMean;
  readonly bestOfK: PromptMean | null;
  /** Unknown, a count of 0, at a k that would take too long to count exactly. */
  readonly majority: PromptMean | null;
}

/** Weights for the trainer and what one plain gradient step with them does, a unit of step size, to first order. */
export interface Remedy {
  /** [P] */
  readonly weights: Float64Array;
  /** By the samples that chose the weights: too favourable. */
  readonly predicted: { readonly passAt1: number; readonly passAtK: number };
  /** Chosen on one half of the samples and checked on the other. */
  readonly check: MitigationCheck | null;
}

/** What a worker is born with. */
export interface WorkerData {
  /** Absolute: a file, several files, or a folder. */
  readonly paths: readonly string[];
  readonly options: RunOptions;
  /** In place of paths, which are then empty: what to compare, in order, two or more, or one log with several runs. */
  readonly checkpoints?: readonly CheckpointPaths[];
}

/** One checkpoint of a comparison. */
export interface CheckpointPaths {
  /** Absolute: a file, several files, or a folder. */
  readonly paths: readonly string[];
  /** Where the log tells several runs apart; absent: all of them, each a checkpoint. */
  readonly run?: string;
}

/** The settings that decide how a run is read and first shown. */
export interface RunOptions {
  readonly k: number;
  readonly hardBelow: number;
  readonly easyAbove: number;
  readonly errored: 'drop' | 'wrong';
  /** Glob of file names -> which field is read as what; `format` names the format. */
  readonly formats: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Threads that read a large log; absent: half the cores. */
  readonly threads?: number;
}

/** For the end of every `switch` over a message. */
export function unreachable(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}

/** To a thread that scans pieces of a file for the worker. */
export type ToScanThread =
  /** A file, and what to find in it. Its answer is `opened`. */
  | { readonly type: 'open'; readonly file: number; readonly path: string; readonly wish: ScanWish }
  /** Read and scan so many bytes into one of the memories. Its answer is `scanned`. */
  | { readonly type: 'scan'; readonly file: number; readonly piece: number; readonly memory: number; readonly offset: number; readonly bytes: number };

/** A thread that cannot do what it is asked ends; whoever asked does the work. */
export type FromScanThread =
  | { readonly type: 'opened'; readonly file: number; readonly memories: readonly SharedArrayBuffer[] }
  | { readonly type: 'scanned'; readonly file: number; readonly piece: number; readonly memory: number; readonly block: BlockPlaces };
