import type { LengthUnit } from './lengthUnit';
import type { OwnFigure } from './ownFigure';
import type { PlainRows } from './scan/plainRows';

/** Where format readers put what they read; the SampleTable, or a second pass that only wants the gradients. */
export interface RecordSink {
  /** False: readers do not parse score vectors, and a draft that has one carries an empty array instead. */
  readonly wantsGradients: boolean;
  /** Takes one sample; the draft is reused by the caller, so nothing may keep it. */
  sample(draft: SampleDraft): void;
  /** Takes what a record says of a whole prompt. */
  promptFacts(facts: PromptFacts): void;
  /** The record being read is no sample, but holds texts of a prompt whose samples are other records. */
  textsOf(promptId: string, run: string): void;
  /** The record being read cannot be used: why, in words for the user. */
  malformed(reason: string): void;
  /** A sentence the user must know about this log. The same sentence counts once. */
  note(sentence: string): void;
  /** A number that the log itself says of its samples. Absent: nobody compares. */
  figure?(figure: OwnFigure): void;
  /** A sentence that holds for one more sample; it is shown once, with the number of samples. */
  tally(sentence: string): void;
}

/** A sink that is told, before each record, where the record lies. */
export interface LogSink extends RecordSink {
  /** file: as the log reader was told; offset: in bytes from the start of the (decompressed) file; line: from 1. */
  recordAt(file: number, offset: number, line: number): void;
  /**
   * Takes samples that the scanner has read itself. Absent: every record goes through its reader.
   * @param idPrefix goes before their prompts' ids
   */
  plainRows?(rows: PlainRows, idPrefix: string): void;
}

/** "errored" is not wrong; "unscored" has no verdict (dropped like errored, counted apart in the note). */
export type SampleVerdict = 'correct' | 'wrong' | 'errored';

export interface SampleDraft {
  promptId: string;
  /** Tells several runs or checkpoints in one log apart; "" when the log does not. */
  run: string;
  /** The log's own sample number; -1 when it gives none. */
  sampleIndex: number;
  verdict: SampleVerdict;
  /** The score behind the verdict; NaN when there is none. */
  score: number;
  /** Tells prompt texts apart (RecordView.mark), so that one id with two texts is noticed; 0 when there is no text or it is the id. */
  promptMark: number;
  /** Which sample of its record this is, from 0. */
  element: number;
  /** Tells the answers of a prompt's samples apart (RecordView.textKey): what a majority votes on; NaN when there is none. */
  answer: number;
  /** Of the response, in `lengthUnit`; NaN when unknown. */
  length: number;
  lengthUnit: LengthUnit;
  /** Of the prompt; null when the log gives none, or gave it with this prompt's sample before. */
  category: string | null;
  /** The score vector, inline in the record; null when there is none; empty when the sink wants none. May be reused by the caller. */
  scoreGrad: Float64Array | null;
}

/** A record of a whole prompt (DESIGN.md 3, gradients 2 to 4, and counts). Absent is null. */
export interface PromptFacts {
  readonly promptId: string;
  readonly run: string;
  readonly n: number | null;
  readonly c: number | null;
  readonly passRate: number | null;
  readonly agreement: number | null;
  readonly promptGrad: Float64Array | null;
  readonly summary: PromptSummary | null;
}

/** Sufficient statistics of a prompt's samples (MATH.md 4.3); they add up over shards. */
export interface PromptSummary {
  readonly sumCorrect: Float64Array;
  readonly sumWrong: Float64Array;
  readonly squaresCorrect: number;
  readonly squaresWrong: number;
}
