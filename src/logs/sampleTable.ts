import type { PromptColumns } from '../core/promptColumns';
import type { LogSink, PromptFacts, PromptSummary, SampleDraft, SampleVerdict } from './recordSink';

export type ErroredPolicy = 'drop' | 'wrong';

/** One run's prompts as the report wants them. Row x of `columns` is entry `entries[x]` of the table. */
export interface RunColumns {
  readonly columns: PromptColumns;
  /** Table prompt of each row, [P]. */
  readonly prompts: Int32Array;
  /** Row of each table prompt, -1 for the prompts of other runs. */
  readonly rows: Int32Array;
}

/** What a run's records say of gradients, prompt by prompt, row by row as in RunColumns; null where no record says it. */
export interface PromptGradientFacts {
  readonly promptGrad: readonly (Float64Array | null)[] | null;
  readonly summaries: readonly (PromptSummary | null)[] | null;
  /** [P], NaN where unknown. */
  readonly agreement: Float64Array | null;
}

/** Every sample of one or more files as columns, and the prompts. A sample is its ordinal: its place in the order of reading. */
export class SampleTable implements LogSink {
  readonly wantsGradients = false;
  /** Samples read, duplicates and errored ones too; counts that a log gives instead of samples are not in it. */
  readonly sampleCount: number = 0;
  /** Samples with an inline score vector. */
  readonly gradientCount: number = 0;
  readonly notes: readonly string[] = [];

  recordAt(file: number, offset: number, line: number): void { void [file, offset, line]; }
  sample(draft: SampleDraft): void { void draft; }
  promptFacts(facts: PromptFacts): void { void facts; }
  malformed(reason: string): void { void reason; }
  note(sentence: string): void { void sentence; }

  /** Run names in the order of their first record; [""] when the log tells none apart. */
  runs(): readonly string[] { return []; }
  /** Samples left out because (run, prompt, sample number) came before, and prompt facts that came twice. */
  get duplicates(): number { return 0; }
  get errored(): number { return 0; }
  /** @throws RangeError if there is no such run */
  promptColumns(run: string, errored: ErroredPolicy): RunColumns { throw new RangeError(run + errored); }
  /** Ordinals of the samples of a row of promptColumns, in order, duplicates left out. */
  samplesOf(run: string, row: number): Int32Array { throw new RangeError(run + row); }
  gradientFacts(run: string): PromptGradientFacts { throw new RangeError(run); }

  /** Ordinal of a file's first sample; the number of all samples when the file has none. */
  firstSampleOf(file: number): number { return file; }
  /** Table prompt (not row) of a sample. */
  promptOf(sample: number): number { return sample; }
  promptId(prompt: number): string { return String(prompt); }
  runOf(prompt: number): string { return String(prompt); }
  verdictOf(sample: number): SampleVerdict { throw new RangeError(String(sample)); }
  /** NaN when there is none. */
  scoreOf(sample: number): number { return sample; }
  /** The log's own sample number; -1 when it gives none. */
  sampleIndexOf(sample: number): number { return sample; }
  fileOf(sample: number): number { return sample; }
  /** Byte offset of the sample's record in its file. */
  offsetOf(sample: number): number { return sample; }
  lineOf(sample: number): number { return sample; }
  /** Which sample of its record it is. */
  elementOf(sample: number): number { return sample; }
  /** False for duplicates. */
  isCounted(sample: number): boolean { return sample >= 0; }
}
