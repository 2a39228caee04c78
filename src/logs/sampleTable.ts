import type { PromptColumns } from '../core/promptColumns';
import type { MeanLengths } from './lengthMeans';
import type { LengthUnit } from './lengthUnit';
import { Notes } from './notes';
import { OtherTexts } from './otherTexts';
import { PromptEntries } from './promptEntries';
import { PromptFactTable, type PromptGradientFacts } from './promptFactTable';
import type { LogSink, PromptFacts, SampleDraft, SampleVerdict } from './recordSink';
import { rowFacts } from './rowFacts';
import { runColumns } from './runColumns';
import { SampleColumns } from './sampleColumns';
import type { PlainRows } from './scan/plainRows';
import { DUPLICATE, SampleSums } from './sampleSums';
import { ordinalsOf, type SamplesByPrompt } from './samplesByPrompt';
import type { SavedTable } from './savedTable';
import { TextPlaces, type TextPlace } from './textPlaces';
import { t } from '../texts/t';

/** drop: errored samples are not in n. wrong: they are in n and not in c. */
export type ErroredPolicy = 'drop' | 'wrong';

/** One run's prompts as the report wants them. Row x of `columns` is entry `prompts[x]` of the table. */
export interface RunColumns {
  readonly columns: PromptColumns;
  /** Table prompt of each row, [P]. */
  readonly prompts: Int32Array;
  /** Row of each table prompt, -1 for the prompts of other runs. */
  readonly rows: Int32Array;
}

const VERDICTS: readonly SampleVerdict[] = ['wrong', 'correct', 'errored'];
const WRONG = 0, CORRECT = 1, ERRORED = 2;
/** Bit of the verdict column beside the verdict: the score is that of the verdict, 0 or 1. */
const HAS_PLAIN_SCORE = 4;

const UNIT_WORDS: Readonly<Record<LengthUnit, string>> = { tokens: t`tokens`, characters: t`characters`, bytes: t`bytes`, unknown: t`an unnamed unit` };

/**
 * Every sample of one or more files as columns and the prompts. A sample is its ordinal: its place in
 * the order of reading, which is also its row in a gradient sidecar. Texts are not kept, only where their record lies.
 */
export class SampleTable implements LogSink {
  readonly wantsGradients = false;
  readonly #columns: SampleColumns;
  readonly #entries: PromptEntries;
  readonly #facts: PromptFactTable;
  readonly #sentences: Notes;
  readonly #otherTexts: OtherTexts;
  readonly #textPlaces: TextPlaces;
  readonly #firstSamples: Map<number, number>;
  readonly #sums: SampleSums;
  #gradients: number;
  #erroredSamples: number;
  #answers: number;
  #lengths: number;
  #unit: LengthUnit | null;
  readonly #most: number;
  #currentFile = -1;
  #currentOffset = 0;
  #currentLine = 1;

  /**
   * @param saved a table to go on from; absent: an empty one
   * @param mostSamples more are left out and counted: a few packed megabytes may unfold to any number of them
   */
  constructor(saved?: SavedTable, mostSamples = 100_000_000) {
    this.#most = mostSamples;
    this.#columns = new SampleColumns(saved?.columns);
    this.#entries = new PromptEntries(saved?.entries);
    this.#facts = new PromptFactTable(saved?.facts);
    this.#sentences = new Notes(saved?.sentences);
    this.#otherTexts = new OtherTexts(saved?.otherTexts);
    this.#textPlaces = new TextPlaces(saved?.textPlaces);
    this.#firstSamples = new Map(saved?.firstSamples);
    this.#sums = new SampleSums(this.#columns, saved?.sums);
    [this.#gradients, this.#erroredSamples, this.#answers, this.#lengths] = saved?.counts ?? [0, 0, 0, 0];
    this.#unit = saved?.unit ?? null;
  }

  /** All of the table as plain data, which is the table's own and not to be changed. */
  save(): SavedTable {
    return {
      columns: this.#columns.save(), entries: this.#entries.save(), facts: this.#facts.save(), sentences: this.#sentences.save(), otherTexts: this.#otherTexts.save(),
      textPlaces: this.#textPlaces.save(), firstSamples: this.#firstSamples, counts: [this.#gradients, this.#erroredSamples, this.#answers, this.#lengths], unit: this.#unit,
      sums: this.#sums.save(this.promptCount),
    };
  }

  /** Samples read, duplicates and errored ones too; counts that a log gives instead of samples are not in it. */
  get sampleCount(): number { return this.#columns.length; }
  /** Samples with an inline score vector. */
  get gradientCount(): number { return this.#gradients; }
  /** Samples with an answer to compare. */
  get answerCount(): number { return this.#answers; }
  /** Samples whose response's length is known. */
  get lengthCount(): number { return this.#lengths; }
  /** What `lengthOf` counts; null where no length is known. Lengths in another unit than the first are unknown, as they do not compare. */
  get lengthUnit(): LengthUnit | null { return this.#unit; }
  /** Prompts of all runs. */
  get promptCount(): number { return this.#entries.count; }
  get notes(): readonly string[] { return [...this.#sentences.all(), ...this.#otherTexts.notes()]; }
  get errored(): number { return this.#erroredSamples; }
  /** Samples left out because (run, prompt, sample number) came before, and prompt facts that came twice. */
  get duplicates(): number {
    return this.#sums.duplicates(this.promptCount) + this.#facts.repeatedCount;
  }

  /** The same of each of some table prompts; null where there are none. */
  duplicatesOf(prompts: Int32Array): Int32Array | null {
    return this.duplicates === 0 ? null : this.#facts.withRepeated(prompts, this.#sums.duplicatesOf(prompts));
  }

  recordAt(file: number, offset: number, line: number): void {
    this.#currentOffset = offset;
    this.#currentLine = line;
    this.#turnTo(file);
  }

  #turnTo(file: number): void {
    if (file === this.#currentFile) return;
    this.#currentFile = file;
    if (!this.#firstSamples.has(file)) this.#firstSamples.set(file, this.sampleCount);
  }

  sample(draft: SampleDraft): void {
    if (this.sampleCount >= this.#most) {
      this.#leaveOut(1);
      return;
    }
    this.#sums.changed();
    const { score } = draft;
    const verdict = draft.verdict === 'correct' ? CORRECT : draft.verdict === 'wrong' ? WRONG : ERRORED;
    const isPlain = verdict !== ERRORED && score === verdict;
    const prompt = this.#entries.entry(draft.run, draft.promptId);
    if (draft.promptMark !== 0 && !this.#entries.isSameText(prompt, draft.promptMark)) this.#otherTexts.add(draft, this.#currentLine);
    if (draft.category !== null) this.#entries.setCategory(prompt, draft.category);
    const length = this.#comparableLength(draft);
    if (!Number.isNaN(draft.answer)) this.#answers++;
    this.#columns.push({
      prompt, verdict: verdict | (isPlain ? HAS_PLAIN_SCORE : 0), sampleIndex: draft.sampleIndex, element: draft.element,
      file: this.#currentFile, offset: this.#currentOffset, line: this.#currentLine, score: isPlain ? NaN : score, answer: draft.answer, length,
    });
    if (verdict === ERRORED) this.#erroredSamples++;
    if (draft.scoreGrad !== null) this.#gradients++;
  }

  plainRows(rows: PlainRows, idPrefix: string): void {
    const room = this.#most - this.sampleCount;
    if (rows.count > room) this.#leaveOut(rows.count - room);
    rows.count = Math.min(rows.count, Math.max(0, room));
    if (rows.count === 0) return;
    this.#turnTo(rows.file);
    this.#sums.changed();
    const { answers, lengths, gradients } = rowFacts(rows, idPrefix, this.#entries, this.#otherTexts);
    this.#answers += answers;
    this.#gradients += gradients;
    rows.lengthsCount = lengths > 0 && this.#compares(rows.lengthUnit, lengths);
    this.#columns.pushRows(rows);
  }

  promptFacts(facts: PromptFacts): void {
    this.#sums.changed();
    const problem = this.#facts.add(this.#entries.entry(facts.run, facts.promptId), facts);
    if (problem !== null) this.note(t`Line ${this.#currentLine}: ${problem}; the record is ignored.`);
  }

  textsOf(promptId: string, run: string): void {
    this.#textPlaces.add(run, promptId, { file: this.#currentFile, offset: this.#currentOffset });
  }

  malformed(): void {
    // The log reader counts malformed records; the table has nothing to keep of them.
  }

  note(sentence: string): void { this.#sentences.add(sentence); }

  tally(sentence: string): void { this.#sentences.tally(sentence); }

  /** Run names in the order of their first record; a name alone means that the log tells no runs apart. */
  runs(): readonly string[] { return this.#entries.runs; }

  /** @throws RangeError if there is no such run */
  promptColumns(run: string, errored: ErroredPolicy): RunColumns {
    return runColumns(this.#entries, this.#facts, this.#sums.tallyOf(this.promptCount), run, errored);
  }

  /** Ordinals of the samples of a row of promptColumns, in order, duplicates left out. @throws RangeError if there is no such run or row */
  samplesOf(run: string, row: number): Int32Array {
    const prompt = this.#entries.ofRun(run)[row];
    if (prompt === undefined) throw new RangeError(`SampleTable: the run has no row ${row}`);
    return ordinalsOf(this.#sorted(), prompt);
  }

  /** Summaries only where they speak of the samples that are counted. @throws RangeError if there is no such run */
  gradientFacts(run: string): PromptGradientFacts {
    if (this.#entries.ofRun(run).length === 0 || this.#facts.isWithoutGradients) return { promptGrad: null, summaries: null, agreement: null };
    const { prompts, columns } = this.promptColumns(run, 'drop');
    return this.#facts.gradientsOf(prompts, columns.n, columns.c);
  }

  /** Ordinal of a file's first sample; the number of all samples when the file has no record. */
  firstSampleOf(file: number): number { return this.#firstSamples.get(file) ?? this.sampleCount; }

  /** Table prompt (not row) of a sample. */
  promptOf(sample: number): number { return this.#columns.prompt(sample); }

  promptId(prompt: number): string { return this.#entries.ids[prompt] as string; }

  /** Tells the texts of a table prompt apart from another's; 0 where the log holds none. */
  textMarkOf(prompt: number): number { return this.#entries.textMark(prompt); }

  runOf(prompt: number): string { return this.#entries.runs[this.#entries.runOf[prompt] as number] as string; }

  verdictOf(sample: number): SampleVerdict { return VERDICTS[this.#columns.verdict(sample) & 3] as SampleVerdict; }

  /** NaN when there is none. */
  scoreOf(sample: number): number {
    const bits = this.#columns.verdict(sample);
    return (bits & HAS_PLAIN_SCORE) === 0 ? this.#columns.score(sample) : bits & 3;
  }

  /**
   * Tells the answers of a prompt's samples apart: equal where the extracted answers are the same text. It is no text and says nothing across
   * fields; the text itself is in the file. NaN where the log gives no answer, or an empty one.
   */
  answerOf(sample: number): number { return this.#columns.answer(sample); }

  /** Length of the response, in `lengthUnit`; NaN where it is unknown. */
  lengthOf(sample: number): number { return this.#columns.responseLength(sample); }

  /** Mean lengths of responses, by row of promptColumns; null where no length is known. @param rows as there @param count of rows */
  lengthMeans(rows: Int32Array, count: number): MeanLengths | null {
    if (this.#unit === null) return null;
    return this.#sums.meanLengths(this.promptCount, rows, count);
  }

  /** Category of a table prompt (not row), the first that its samples give; null where they give none. */
  categoryOf(prompt: number): string | null { return this.#entries.category(prompt); }

  /** The log's own sample number; -1 when it gives none. */
  sampleIndexOf(sample: number): number { return this.#columns.sampleIndex(sample); }

  fileOf(sample: number): number { return this.#columns.file(sample); }

  /** Byte offset of the sample's record in its file. */
  offsetOf(sample: number): number { return this.#columns.offset(sample); }

  lineOf(sample: number): number { return this.#columns.line(sample); }

  /** Which sample of its record it is. */
  elementOf(sample: number): number { return this.#columns.element(sample); }

  /** Where texts of a sample lie that its own record does not hold; null where the log has no such records. */
  textPlaceOf(sample: number): TextPlace | null {
    if (this.#textPlaces.isEmpty) return null;
    const prompt = this.promptOf(sample);
    const samples = ordinalsOf(this.#sorted(), prompt);
    return this.#textPlaces.of(this.runOf(prompt), this.promptId(prompt), samples.indexOf(sample), samples.length);
  }

  /** Where texts of a prompt lie of which the log holds no samples. */
  textPlaceOfPrompt(run: string, promptId: string): TextPlace | null { return this.#textPlaces.of(run, promptId, 0, 0); }

  /** False for duplicates. */
  isCounted(sample: number): boolean {
    this.#sums.duplicates(this.promptCount);
    return (this.#columns.verdict(sample) & DUPLICATE) === 0;
  }

  #comparableLength({ length, lengthUnit }: Pick<SampleDraft, 'length' | 'lengthUnit'>): number {
    return !Number.isNaN(length) && this.#compares(lengthUnit, 1) ? length : NaN;
  }

  /** Whether lengths of so many samples are in the same unit as those before. */
  #compares(unit: LengthUnit, samples: number): boolean {
    this.#unit ??= unit;
    if (this.#unit === unit) this.#lengths += samples;
    else this.#sentences.tally(t`The length of the response counts ${UNIT_WORDS[unit]} here and ${UNIT_WORDS[this.#unit]} elsewhere, which do not compare: it is left out.`, samples);
    return this.#unit === unit;
  }

  #leaveOut(samples: number): void {
    this.#sentences.tally(t`Only the first ${this.#most.toLocaleString('en')} samples are read; the others are left out.`, samples);
  }

  #sorted(): SamplesByPrompt {
    return this.#sums.sorted(this.promptCount);
  }
}
