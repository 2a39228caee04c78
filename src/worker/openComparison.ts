import type { SampleTexts } from '../logs/formats/logFormat';
import type { ComparisonSnapshot } from '../protocol/comparisonSnapshot';
import type { CheckpointPaths, PromptDetail } from '../protocol/messages';
import { comparisonSnapshotOf, type CheckpointRun } from './comparisonSnapshotOf';
import { InputError } from './inputError';
import { logFiles } from './logFiles';
import { openRun, type OpenOptions, type OpenRun } from './openRun';
import { promptDetail, sampleTexts } from './promptDetail';
import { t } from '../texts/t';

/**
 * Reads the checkpoints of a comparison, one after the other.
 * @param checkpoints two or more; or one whose log tells several runs apart
 * @throws InputError, one sentence for the user, when one cannot be read, or there is nothing to compare; the signal's reason when aborted
 */
export async function openComparison(checkpoints: readonly CheckpointPaths[], options: OpenOptions): Promise<OpenComparison> {
  const opened: OpenCheckpoint[] = [];
  const files = await Promise.all(checkpoints.map(({ paths }) => logFiles(paths)));
  const bytes = files.map((own) => own.reduce((sum, file) => sum + file.bytes, 0));
  const all = bytes.reduce((sum, own) => sum + own, 0);
  for (const [place, { paths, run }] of checkpoints.entries()) {
    // The same log in other runs is read once.
    const known = opened.find((other) => JSON.stringify(other.paths) === JSON.stringify(paths))?.log;
    const earlier = bytes.slice(0, place).reduce((sum, own) => sum + own, 0);
    const onProgress: OpenOptions['onProgress'] = (read, _, samples) => options.onProgress?.(earlier + read, all, samples);
    const log = known ?? (await openRun(paths, { ...options, onProgress, ...(run !== undefined && { run }) }));
    for (const each of await log.checkpoints(run === undefined ? log.logs.table.runs() : [run])) opened.push({ ...each, log, paths });
  }
  if (opened.length < 2) throw new InputError(t`A comparison takes two checkpoints: two logs, or one log with several runs.`);
  return new OpenComparison(opened, options);
}

interface OpenCheckpoint extends CheckpointRun {
  readonly log: OpenRun;
  readonly paths: readonly string[];
}

/** Checkpoints that have been read: what the worker keeps of a comparison. */
export class OpenComparison {
  readonly snapshot: ComparisonSnapshot;
  readonly #checkpoints: readonly OpenCheckpoint[];

  constructor(opened: readonly OpenCheckpoint[], options: OpenOptions) {
    const { snapshot, order } = comparisonSnapshotOf(opened, { k: options.k, hardBelow: options.hardBelow, easyAbove: options.easyAbove }, options.errored);
    this.snapshot = snapshot;
    this.#checkpoints = order.map((place) => opened[place]);
  }

  /** @param row as in the checkpoint's columns */
  detail(checkpoint: number, row: number): Promise<PromptDetail> {
    const { log, run, columns } = this.#at(checkpoint);
    return promptDetail(log.logs, run, columns, row);
  }

  /** @param sample as PromptDetail numbers it */
  texts(checkpoint: number, sample: number): Promise<SampleTexts> {
    return sampleTexts(this.#at(checkpoint).log.logs, sample);
  }

  #at(checkpoint: number): OpenCheckpoint {
    const found = this.#checkpoints[checkpoint];
    if (!found) throw new InputError(t`There is no checkpoint ${checkpoint}.`);
    return found;
  }
}
