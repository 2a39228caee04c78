import { basename, dirname } from 'node:path';
import type { GradientColumns, PromptColumns } from '../core/promptColumns';
import { report } from '../core/report';
import type { Report, ReportSource } from '../core/reportShape';
import { LogReader } from '../logs/logReader';
import { SampleTable, type RunColumns } from '../logs/sampleTable';
import type { Analysis, AnalysisResult, KernelRows } from '../protocol/analysis';
import type { ExportAnswer, ExportQuestion } from '../protocol/exporting';
import type { PromptDetail, RunOptions, RunSnapshot, TextHits } from '../protocol/messages';
import type { SampleTexts } from '../logs/formats/logFormat';
import { recordTexts } from '../logs/recordTexts';
import { SpelledTexts } from '../logs/spelledTexts';
import { comparisonSnapshotOf, type CheckpointRun } from './comparisonSnapshotOf';
import { extraColumns } from './extraColumns';
import { InputError } from './inputError';
import { fileChunks, isPacked, type ChunkOptions } from './fileChunks';
import { keptRun, type IndexPlace } from './keptRun';
import { logFiles, type LogFile } from './logFiles';
import { promptDetail, sampleTexts } from './promptDetail';
import { PartialPace } from './partialPace';
import { readerOptions, readLogs, readNext, sourceOf, type ReadLogs, type ReadOptions } from './readLogs';
import { reportNotes } from './reportNotes';
import { gradientInput, runGradients, type GradientOptions, type RunGradients } from './runGradients';
import type { IndexedRun } from './runIndex';
import { sidecarOf } from './sidecar';
import type { TextQuery } from './searchText';
import { verdictStrips } from './verdictStrips';
import { t } from '../texts/t';

export interface OpenOptions extends Omit<RunOptions, 'formats'>, Pick<ReadOptions, 'format' | 'fields' | 'formats' | 'signal' | 'threadScript' | 'isGrowing'>, Pick<GradientOptions, 'gradients'> {
  /** More k, for the pass@k rows and the curve. */
  readonly ks?: readonly number[];
  /** The run to show where a log tells several apart; absent: the first. */
  readonly run?: string;
  readonly onProgress?: (bytesRead: number, bytesTotal: number, samples: number) => void;
  /** Told at growing intervals of a run that is still being read: it shows what there is so far, without gradients. */
  readonly onPartial?: (run: OpenRun) => void;
  /** Where what was read before may be kept; absent: nowhere. */
  readonly index?: IndexPlace;
}

/**
 * Reads logs, and their gradients, into a run that can be reported and drilled into.
 * @param paths files, folders, or names with * and ?
 * @throws InputError, one sentence for the user, when nothing can be read; the signal's reason when aborted
 */
export async function openRun(paths: readonly string[], options: OpenOptions): Promise<OpenRun> {
  const files = await logFiles(paths);
  const logBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const title = paths.length === 1 ? basename(paths[0]) : files.length === 1 ? basename(files[0].path) : basename(dirname(files[0].path));
  const kept = await keptRun(files, options);
  if (kept !== null) return restoredRun(title, files, options, kept);
  const pace = new PartialPace();
  // Their last bytes are read long before their last sample.
  const anyPacked = files.some(({ path }) => isPacked(path));
  let bytesRead = 0;
  let run: OpenRun | null = null;
  const showPartial = () => {
    if (options.onPartial && run?.choosePartial()) options.onPartial(run);
  };
  const logs = await readLogs(files, {
    ...options,
    onStart: (started) => (run = new OpenRun(title, started, options)),
    onProgress: (bytes, samples) => {
      options.onProgress?.((bytesRead += bytes), logBytes, samples);
      if (bytesRead < logBytes || anyPacked) pace.keep(showPartial);
    },
  });
  run ??= new OpenRun(title, logs, options);
  // Gradients may take as long as the log did.
  if (pace.isLong && (await mayHaveGradients(logs))) showPartial();
  await run.choose(options.run ?? logs.table.runs()[0]);
  return run;
}

async function restoredRun(title: string, files: LogFile[], options: OpenOptions, kept: IndexedRun): Promise<OpenRun> {
  const table = new SampleTable(kept.table);
  const readers = files.map(({ path }, at) => new LogReader(readerOptions(path, at, files.length, table, options), kept.readers[at]));
  const run = new OpenRun(title, { files, readers, table, gathered: null }, options);
  await run.choose(kept.run, kept.gradients);
  run.isKept = true;
  return run;
}

/** A run as it is shown. */
interface Chosen {
  readonly gradients: RunGradients;
  readonly runColumns: RunColumns;
  /** With the gradients; the same object each time, since the core works out once for it what does not depend on k. */
  readonly columns: PromptColumns;
  readonly source: ReportSource;
}

/** A log that has been read: what the worker keeps, and the command line prints. Texts stay in the files. */
export class OpenRun {
  #run = '';
  #shown: Chosen | null = null;
  #isPartial = false;
  /** The runs beside each other, as the view numbers them. */
  #compared: readonly CheckpointRun[] = [];
  /** It is kept in the index as it is. */
  isKept = false;

  constructor(
    readonly title: string,
    readonly logs: ReadLogs,
    readonly options: OpenOptions,
  ) {}

  /**
   * Turns to one of the runs that the logs tell apart.
   * @param gradients what they say of it, where that is known already
   * @throws InputError if there is no such run
   */
  async choose(run: string, gradients?: RunGradients): Promise<void> {
    this.#show(run, await this.#read(run, gradients), false);
  }

  /**
   * Turns to the run that will be shown, as far as it has been read, without its gradients.
   * @returns false while there is nothing of it
   */
  choosePartial(): boolean {
    const runs = this.logs.table.runs();
    const run = this.options.run ?? runs[0];
    if (run === undefined || !runs.includes(run)) return false;
    const runColumns = this.logs.table.promptColumns(run, this.options.errored);
    this.#show(run, { gradients: { columns: null, notes: [] }, runColumns, columns: this.#columnsOf(run, runColumns, null), source: sourceOf(this.logs, run, []) }, true);
    return true;
  }

  /** These runs as checkpoints; all that the logs tell apart without it. @throws InputError if there is no such run */
  async checkpoints(runs: readonly string[] = this.logs.table.runs()): Promise<CheckpointRun[]> {
    const found: CheckpointRun[] = [];
    for (const run of runs) {
      const { runColumns, columns, source } = run === this.#run ? this.#chosen() : await this.#read(run);
      const path = this.logs.files[0].path;
      const labels = runs.length > 1 ? [run, `${this.title} ${run}`] : [this.title, `${basename(dirname(path))}/${this.title}`, path];
      found.push({ labels, table: this.logs.table, run, runColumns, columns, source });
    }
    return found;
  }

  /** The run on show, by its name in the log. */
  get run(): string {
    return this.#run;
  }

  /** What the gradients say of the run on show. */
  get gradients(): RunGradients {
    return this.#chosen().gradients;
  }

  /** Whether all that another reading of the same bytes showed is here under the same numbers. */
  continues(before: OpenRun): boolean {
    const fieldsOf = ({ logs: { readers } }: OpenRun) => JSON.stringify(readers.map(({ format }) => [format?.name, format?.fields]));
    return this.#run === before.#run && this.logs.table.sampleCount >= before.logs.table.sampleCount && fieldsOf(this) === fieldsOf(before);
  }

  /** Works out anew what is shown, once more has been read. */
  refresh(): Promise<void> {
    this.isKept = false;
    return this.choose(this.#run);
  }

  /** Reads one more file into it, whose samples come after all others. It is shown at the next `refresh`. */
  async add(file: LogFile): Promise<void> {
    this.logs.files.push(file);
    await readNext(this.logs, { ...this.options, isGrowing: true, onProgress: () => undefined }, null);
  }

  /** @param flags per prompt id, the flag in force @param k in place of the options' */
  report(flags?: ReadonlyMap<string, string>, k = this.options.k): Report {
    const { source, columns } = this.#chosen();
    return report(source, columns, { ...this.options, k }, flags);
  }

  /** All that the view needs to draw and to count by itself. */
  snapshot(): RunSnapshot {
    const { k, hardBelow, easyAbove } = this.options;
    const { source, columns } = this.#chosen();
    const { passAtK } = this.report();
    const estimate = (at: number) => passAtK.find((row) => row.k === at)?.estimate ?? null;
    return {
      title: this.title,
      source,
      columns,
      verdicts: verdictStrips(this.logs.table, this.#run, columns.id.length),
      fields: this.logs.readers.map((reader) => reader.format?.fields ?? {}),
      defaults: { k, hardBelow, easyAbove },
      headline: { passAt1: estimate(1), passAtK: estimate(k), k },
      partial: this.#isPartial,
      ...(this.options.follow === true && !this.#isPartial && { following: true }),
    };
  }

  /**
   * A prompt's text and its samples, read from the files now.
   * @param row as in the snapshot's columns, or in those of a checkpoint
   * @param checkpoint of the runs of this log as they were last put beside each other
   */
  async detail(row: number, checkpoint?: number): Promise<PromptDetail> {
    if (checkpoint === undefined) return promptDetail(this.logs, this.#run, this.#chosen().columns, row);
    const compared = this.#compared.at(checkpoint);
    if (compared === undefined) throw new InputError(t`There is no checkpoint ${checkpoint}.`);
    return promptDetail(this.logs, compared.run, compared.columns, row);
  }

  /** The texts of one sample, read from its file now. @param sample as PromptDetail numbers it */
  texts(sample: number): Promise<SampleTexts> {
    return sampleTexts(this.logs, sample);
  }

  /**
   * Answers a question that is worked out only when asked; reads gradients again where it needs them.
   * @param onPart told as far as it is worked out, of what takes its time
   * @throws InputError when the log cannot answer; the signal's reason when aborted
   */
  async analyse(analysis: Analysis, signal: AbortSignal, onPart: (part: KernelRows) => void = () => undefined): Promise<AnalysisResult> {
    const { columns, runColumns } = this.#chosen();
    const run = this.#run;
    const { analyses } = await import('./analyses');
    const comparison = async () => {
      const runs = await this.checkpoints();
      // No more of the options: it crosses a thread, and there are functions among them.
      const { k, hardBelow, easyAbove, errored } = this.options;
      const { snapshot, order } = comparisonSnapshotOf(runs, { k, hardBelow, easyAbove }, errored);
      this.#compared = order.map((place) => runs[place]);
      return snapshot;
    };
    return analyses.analyse(analysis, { ...this.options, logs: this.logs, name: run, columns, comparison, input: () => gradientInput(this.logs, run, runColumns, { ...this.options, signal, asked: [] }) }, onPart, signal);
  }

  /** What ends in a file or on the clipboard. @throws InputError when the log cannot give it; the signal's reason when aborted */
  async export(question: ExportQuestion, signal: AbortSignal): Promise<ExportAnswer> {
    const { columns, source } = this.#chosen();
    const { exporting } = await import('./exporting');
    return exporting.answer(question, { ...this.options, logs: this.logs, name: this.#run, columns, source }, signal);
  }

  /**
   * Looks for a text in every response and prompt of the run.
   * @throws InputError when there is nothing to look for, or a file cannot be read
   */
  async search(query: TextQuery, onHits: (hits: TextHits) => void, signal: AbortSignal): Promise<void> {
    const { runColumns: { rows }, source: { samples } } = this.#chosen();
    const { readers } = this.logs;
    const texts = (file: number) => recordTexts(readers[file].format?.name ?? '', readers[file].format?.fields ?? {});
    const spelled = (file: number) => SpelledTexts.of(readers[file].format?.name ?? '', readers[file].format?.fields ?? {});
    const { longLogs } = await import('./longLogs');
    const unpacked = (path: string) => (isPacked(path) ? (options: ChunkOptions) => fileChunks(path, options) : null);
    await longLogs.searchText({ logs: this.logs, rows, samples, texts, spelled, unpacked }, { ...query, fromSample: Math.min(query.fromSample, samples) }, onHits, signal);
  }

  async #read(run: string, known?: RunGradients): Promise<Chosen> {
    const runs = this.logs.table.runs();
    if (!runs.includes(run)) throw new InputError(t`There is no run "${run}" in this log; it has ${runs.map((each) => `"${each}"`).join(', ')}.`);
    const runColumns = this.logs.table.promptColumns(run, this.options.errored);
    const { k, ks = [], errored, gradients, signal, threads, threadScript } = this.options;
    const found = known ?? await runGradients(this.logs, run, runColumns, {
      errored,
      asked: [k, ...ks],
      ...(gradients !== undefined && { gradients }),
      ...(signal && { signal }),
      ...(threads !== undefined && { threads }),
      ...(threadScript !== undefined && { threadScript }),
    });
    const columns = this.#columnsOf(run, runColumns, found.columns);
    return { gradients: found, runColumns, columns, source: sourceOf(this.logs, run, [...found.notes, ...(await ownNotes(this.logs)), ...reportNotes(columns, [k, ...ks])]) };
  }

  #columnsOf(run: string, runColumns: RunColumns, gradients: GradientColumns | null): PromptColumns {
    return { ...runColumns.columns, gradients, ...extraColumns(this.logs.table, run, runColumns, this.options.errored) };
  }

  #show(run: string, chosen: Chosen, isPartial: boolean): void {
    this.#run = run;
    this.#shown = chosen;
    this.#isPartial = isPartial;
  }

  #chosen(): Chosen {
    if (!this.#shown) throw new InputError(t`No run has been read yet.`);
    return this.#shown;
  }
}

/** Where a log says something of its own samples that they do not. */
async function ownNotes(logs: ReadLogs): Promise<readonly string[]> {
  if (logs.readers.every(({ figures }) => figures.length === 0)) return [];
  const { analyses } = await import('./analyses');
  return analyses.ownFigureNotes(logs);
}

/** Whether working out the gradients may take a while. */
async function mayHaveGradients({ files, table }: ReadLogs): Promise<boolean> {
  if (table.gradientCount > 0) return true;
  for (const { path } of files) if ((await sidecarOf(path)) !== null) return true;
  return false;
}
