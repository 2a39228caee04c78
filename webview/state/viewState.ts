import type { FlagState } from '../../src/flags/flagEvent';
import type { SampleTexts } from '../../src/logs/formats/logFormat';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import type { PromptDetail, RunSnapshot, ViewPreferences } from '../../src/protocol/messages';
import type { Answers } from './answers';
import type { OpenPair, SecondPrompt } from './pair';
import { readSavedState, type SavedState } from './savedState';
import type { Searches } from './searches';
import { startingK } from './startingK';

/** All the view knows. Pure data: receive() and perform() make the next one. */
export interface ViewState {
  readonly run: RunSnapshot | null;
  /** In place of a run where checkpoints are compared. */
  readonly comparison: ComparisonSnapshot | null;
  readonly progress: Progress | null;
  /** Why the run could not be read; null while all is well. */
  readonly failure: { readonly message: string; readonly retry: boolean; readonly choose: boolean } | null;
  readonly flags: readonly FlagState[];
  readonly open: OpenPrompt | null;
  /** Another prompt of the run, beside the open one. */
  readonly second: SecondPrompt | null;
  /** The open prompt of a comparison. */
  readonly pair: OpenPair | null;
  readonly flagRequest: FlagRequest | null;
  /** What was worked out on demand, of the run that is shown. */
  readonly answers: Answers;
  /** Texts that are looked for in the whole log. */
  readonly searches: Searches;
  readonly preferences: ViewPreferences;
  readonly saved: SavedState;
  /** Number of the next request; answers that carry another number are late and dropped. */
  readonly nextRequest: number;
}

export interface Progress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly samples: number;
}

export interface OpenPrompt {
  /** Row of the run's columns. */
  readonly prompt: number;
  readonly id: string;
  readonly request: number;
  /** null while it is being read. */
  readonly detail: PromptDetail | null;
  readonly failure: string | null;
  /** Texts read so far, by sample number. */
  readonly texts: ReadonlyMap<number, SampleText>;
  /** They are still what they are when the detail is read anew. */
  readonly keepsTexts?: boolean;
}

export type SampleText =
  | { readonly state: 'reading'; readonly request: number }
  | { readonly state: 'read'; readonly texts: SampleTexts }
  | { readonly state: 'failed'; readonly message: string };

export interface FlagRequest {
  readonly request: number;
  /** The prompts that are to be flagged. */
  readonly ids: readonly string[];
  /** null while it is under way. */
  readonly failure: string | null;
}

/** The view before any message. */
export function initialState(saved: unknown): ViewState {
  return {
    run: null, comparison: null, progress: null, failure: null, flags: [], open: null, second: null, pair: null, flagRequest: null, answers: new Map(), searches: new Map(),
    preferences: { columns: null, raw: false }, saved: readSavedState(saved), nextRequest: 1,
  };
}

/** The three numbers that all figures depend on. */
export interface Parameters {
  readonly k: number;
  readonly hardBelow: number;
  readonly easyAbove: number;
}

/** What was moved in this view, and the settings' defaults for the rest. */
export function parametersOf(run: RunSnapshot, saved: SavedState): Parameters {
  return {
    k: saved.k ?? startingK(run.columns, run.defaults.k),
    hardBelow: saved.hardBelow ?? run.defaults.hardBelow,
    easyAbove: saved.easyAbove ?? run.defaults.easyAbove,
  };
}

/** The sample shown beside the selected one: the nearest with the other verdict; null when all are of one kind. */
export function counterpart(detail: PromptDetail, sample: number): number | null {
  const place = detail.samples.findIndex((line) => line.sample === sample);
  if (place < 0) return null;
  const correct = detail.samples[place]!.verdict === 'correct';
  for (let distance = 1; distance < detail.samples.length; distance++) {
    for (const at of [place + distance, place - distance]) {
      const line = detail.samples[at];
      if (line !== undefined && (line.verdict === 'correct') !== correct) return line.sample;
    }
  }
  return null;
}
