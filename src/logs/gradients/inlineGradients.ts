import type { LogSink, PromptFacts, SampleDraft } from '../recordSink';

export type OnGradient = (sample: number, vector: Float64Array) => void;

/**
 * The sink of a second reading that only wants the inline score vectors: counts samples as SampleTable did and calls back.
 * A vector with NaN or Infinity, or of another length than the first, is noted with its line and not given.
 */
export class InlineGradients implements LogSink {
  readonly wantsGradients = true;
  /** Length of the vectors; null before the first. */
  readonly dimension: number | null = null;
  readonly given: number = 0;
  readonly refused: number = 0;
  readonly notes: readonly string[] = [];

  /** @param firstSample SampleTable.firstSampleOf the first file read */
  constructor(readonly firstSample: number, readonly onGradient: OnGradient) {}

  recordAt(file: number, offset: number, line: number): void { void [file, offset, line]; }
  sample(draft: SampleDraft): void { void draft; }
  promptFacts(facts: PromptFacts): void { void facts; }
  malformed(reason: string): void { void reason; }
  note(sentence: string): void { void sentence; }
}
