import type { PromptColumns } from '../core/promptColumns';
import type { Report, ReportSource } from '../core/reportShape';
import type { FlagState } from '../flags/flagEvent';
import type { FieldMap, SampleTexts } from '../logs/formats/logFormat';
import type { LengthUnit } from '../logs/lengthUnit';
import type { SampleVerdict } from '../logs/recordSink';
import type { ScanWish } from '../logs/scan/wasmScanner';
import type { Translations } from '../texts/t';
import type { Analysis, AnalysisResult, KernelRows } from './analysis';
import type { ComparisonSnapshot } from './comparisonSnapshot';
import type { ExportAnswer, ExportQuestion } from './exporting';
import type { HostDeed } from './hostDeed';

/**
 * All that crosses a thread: worker -> host -> view and back. What the view asks of the run goes through the host as it is.
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
  /** Before the answer to a question that takes its time: as far as it is worked out, what is new, at most ten times a second. */
  | { readonly type: 'analysisPart'; readonly request: number; readonly part: KernelRows }
  /** Where a text was found: what is new since the message before, at most ten times a second; `done` is the last. */
  | { readonly type: 'hits'; readonly request: number; readonly hits: TextHits }
  | { readonly type: 'readings'; readonly request: number; readonly readings: LogReadings }
  /** The run's numbers as the command line prints them. */
  | { readonly type: 'report'; readonly request: number; readonly report: Report }
  /** rows: the prompt of each line, the first line at 0; -1 where a line speaks of none. */
  | { readonly type: 'lines'; readonly request: number; readonly rows: Int32Array }
  | { readonly type: 'exported'; readonly request: number; readonly answer: ExportAnswer }
  /** In the order of the paths asked about. */
  | { readonly type: 'sniffed'; readonly request: number; readonly logs: readonly boolean[] }
  /** request null: the run itself could not be read. choose: it might be, were its format or fields chosen. */
  | { readonly type: 'failed'; readonly request: number | null; readonly message: string; readonly retry: boolean; readonly choose?: boolean }
  /** A command of the editor, so that every key can be bound anew. */
  | { readonly type: 'act'; readonly act: ViewAct }
  /** Opens a prompt, and turns to a k; null: neither is asked for. */
  | { readonly type: 'showPrompt'; readonly id: string | null; readonly k: number | null }
  /** Sent before the run; what the view wrote itself, perhaps an older one. */
  | { readonly type: 'preferences'; readonly preferences: ViewPreferences };

/** What the view asks of the run's thread; the host passes it on. */
type OfRun =
  /** checkpoint, here and below: which of a comparison's, or of the runs of a log beside each other, from 0; absent for the run on show. */
  | { readonly type: 'readPrompt'; readonly request: number; readonly prompt: number; readonly checkpoint?: number }
  /** sample: as PromptDetail numbers it. */
  | { readonly type: 'readSample'; readonly request: number; readonly sample: number; readonly checkpoint?: number }
  /** Its answer is `analysis`. */
  | { readonly type: 'analyse'; readonly request: number; readonly analysis: Analysis }
  /** Ends an analysis early, in `failed`. */
  | { readonly type: 'stopAnalysis'; readonly request: number }
  /**
   * Looks for a text in every response and prompt of the run on show, in the whole log. Its answers are `hits`. caseSensitive: false where
   * absent. fromSample: those before it, and their prompts, are known already.
   */
  | { readonly type: 'searchText'; readonly request: number; readonly text: string; readonly caseSensitive?: boolean; readonly fromSample?: number }
  /** Ends a search early; its last `hits` come then, with fewer bytes scanned than there are. */
  | { readonly type: 'stopSearch'; readonly request: number }
  | { readonly type: 'cancel' }
  | { readonly type: 'chooseRun'; readonly run: string };

/** What the view asks of the host itself. */
type OfHost =
  /** The view is there, or there again: send it all. */
  | { readonly type: 'ready' }
  /** file: index into source.files; line: from 1. */
  | { readonly type: 'openSource'; readonly file: number; readonly line: number }
  | { readonly type: 'setFlag'; readonly request: number; readonly prompts: readonly FlagEvidence[]; readonly flag: string | null; readonly note: string }
  /** Lets the user choose the format and the fields. */
  | { readonly type: 'chooseFormat' }
  /** Puts a link to a prompt of this run, or to the run, at this k, on the clipboard. */
  | { readonly type: 'copyLink'; readonly id: string | null; readonly k: number }
  /** What the host carries out with files, the clipboard or the flags' history. Nothing waits for it. */
  | { readonly type: 'carryOut'; readonly deed: HostDeed }
  | { readonly type: 'remember'; readonly preferences: ViewPreferences }
  /** The keyboard is to go to the view. Only the view knows where it is: taking what it has already loses letters on the way. */
  | { readonly type: 'wantFocus' }
  | { readonly type: 'retry' };

/** What the host asks of a thread on its own behalf. */
type HostQuestion =
  /** What readings of a file's beginning would give; path null: the first file; choices null: in every format. Its answer is `readings`. */
  | { readonly type: 'previewReadings'; readonly request: number; readonly path: string | null; readonly choices: readonly ReadingChoice[] | null }
  /** k null: the settings'. Its answer is `report`. */
  | { readonly type: 'readReport'; readonly request: number; readonly k: number | null }
  /** Which prompt each line of a small file speaks of; file: index into source.files. Its answer is `lines`. */
  | { readonly type: 'readLines'; readonly request: number; readonly file: number }
  /** Its answer is `exported`. */
  | { readonly type: 'export'; readonly request: number; readonly question: ExportQuestion }
  /** Which files look like evaluation logs, by their first bytes; needs no run. Its answer is `sniffed`. */
  | { readonly type: 'sniff'; readonly request: number; readonly paths: readonly string[] };

export type FromView = OfRun | OfHost;
export type ToWorker = OfRun | HostQuestion;

/** How somebody likes to see any run of this workspace. */
export interface ViewPreferences {
  /** Columns of the table of prompts; null: those that it comes with. */
  readonly columns: readonly string[] | null;
  /** Responses as they stand in the file, not as Markdown. */
  readonly raw: boolean;
}

export type ViewAct =
  | 'nextPrompt' | 'previousPrompt' | 'nextSample' | 'previousSample' | 'moreK' | 'lessK'
  | 'flag' | 'openSource' | 'copyLink' | 'closePrompt' | 'filter' | 'nextHit' | 'previousHit' | 'showKeys'
  | 'flagByRule' | 'whatIf' | 'copyMarkdown' | 'copyLatex' | 'saveReport';

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
  /** Verdicts of each prompt's first samples, to be read by verdictStrip(); [8 P]. */
  readonly verdicts: Uint8Array;
  /** Per file, which field was read as what. */
  readonly fields: readonly FieldMap[];
  /** The settings in force; the view starts from them and moves them without a message. */
  readonly defaults: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number };
  /** For the status bar: the host does not count. null: unknown. */
  readonly headline: { readonly passAt1: number | null; readonly passAtK: number | null; readonly k: number };
  /** True while the rest is still being read. Rows keep their numbers from one partial snapshot to the next. */
  readonly partial: boolean;
  /** True while the log is watched: what is added to it comes in another snapshot. */
  readonly following?: boolean;
  /** True where all that the snapshot before showed is still what it was, under the same numbers: the log was read on. */
  readonly continues?: boolean;
}

/** Hit i lies in prompt prompts[i], a row of the snapshot's columns. */
export interface TextHits {
  readonly prompts: Int32Array;
  /** The sample whose response holds the text, as PromptDetail numbers it, each once; -1: the prompt's own text holds it, each prompt once. */
  readonly samples: Int32Array;
  readonly scannedBytes: number;
  readonly totalBytes: number;
  /** Records that are too long to be looked into. */
  readonly passedOver: number;
  /** Once it is done, the samples before this one have been looked into. */
  readonly upTo: number;
  readonly done: boolean;
}

export interface PromptDetail {
  readonly prompt: number;
  readonly id: string;
  /** null: the log holds no prompt text. */
  readonly text: string | null;
  readonly target: string | null;
  /** What the lengths of the samples count; null: none is known. */
  readonly lengthUnit: LengthUnit | null;
  readonly samples: readonly SampleLine[];
  /** Samples whose answer is one of too many different ones to be read; theirs is null. */
  readonly unreadAnswers: number;
}

export interface SampleLine {
  /** Its number for readSample: the place in the whole log. */
  readonly sample: number;
  /** The log's own sample number, or the order in the log. */
  readonly index: number;
  readonly verdict: SampleVerdict;
  readonly score: number | null;
  readonly answer: string | null;
  readonly length: number | null;
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
  /** Bytes of the beginning that was read, unpacked; null: all of them. */
  readonly beginning: number | null;
  readonly fields: readonly SeenField[];
  readonly readings: readonly Reading[];
}

/** A field of the first records, with a value that it has. */
export interface SeenField {
  readonly path: string;
  readonly example: string;
  /** It holds numbers that are neither 0 nor 1: as a verdict it needs a threshold. */
  readonly isScore: boolean;
}

/** What a worker is born with. */
export interface WorkerData {
  /** Absolute: a file, several files, or a folder. */
  readonly paths: readonly string[];
  readonly options: RunOptions;
  /** Where what was read is kept for the next time; absent: nowhere. */
  readonly indexFolder?: string;
  /** Of the texts that the thread makes: English -> the reader's language; absent: they stay English. */
  readonly translations?: Translations;
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
  /** Show what is added to the log while it is open; absent: no. */
  readonly follow?: boolean;
}

/** For the end of every `switch` over a message. */
export function unreachable(message: never): never {
  throw new Error(`unknown message ${JSON.stringify(message)}`);
}

/** To a thread that scans pieces of a file for the worker: what to read, and the board on which they share it out. */
export interface ScanJob {
  readonly job: number;
  /** The thread's number on the board. */
  readonly who: number;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly pieceBytes: number;
  readonly wish: ScanWish;
  /** A PieceBoard's memory, and its pieces. */
  readonly board: SharedArrayBuffer;
  readonly pieces: number;
}

/** The answer to a ScanJob, before its first piece: the memories that pieces will lie in. A thread that cannot do what it is asked ends; whoever asked does the work. */
export interface FromScanThread {
  readonly job: number;
  readonly memories: readonly SharedArrayBuffer[];
}
