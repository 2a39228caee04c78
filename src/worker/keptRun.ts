import type { Translations } from '../texts/t';
import { isPacked } from './fileChunks';
import type { LogFile } from './logFiles';
import type { OpenOptions, OpenRun } from './openRun';
import type { IndexedRun, IndexKey } from './runIndex';
import { sidecarPaths } from './sidecar';

/** Where what was read is kept. */
export interface IndexPlace {
  readonly folder: string;
  /** The scripts that read: what others kept is not trusted. */
  readonly code: readonly string[];
  /** Notes are kept in the language they were made in; absent: English. */
  readonly translations?: Translations;
}

/** Less than this is read as fast as what is kept of it. */
const WORTH_KEEPING_BYTES = 16 << 20;

/** What was kept of logs that have not changed since they were read in the same way; null: nothing. */
export async function keptRun(files: readonly LogFile[], options: OpenOptions): Promise<IndexedRun | null> {
  const key = keyOf(files, options);
  if (key === null) return null;
  const { longLogs } = await import('./longLogs');
  return longLogs.readIndex(key, files, besideOf(files, options));
}

/**
 * Keeps what was read for the next time, where that is worth it and not done yet.
 * @throws what the file system says
 */
export async function keepRun(run: OpenRun): Promise<void> {
  const { logs: { files, readers, table }, options } = run;
  const key = keyOf(files, options);
  if (key === null || run.isKept || readers.some(({ isCutOff }) => isCutOff)) return;
  const indexed = { readers: readers.map((reader) => reader.save()), table: table.save(), run: run.run, gradients: run.gradients };
  const { longLogs } = await import('./longLogs');
  await longLogs.writeIndex(key, files, besideOf(files, options), indexed);
  run.isKept = true;
}

function keyOf(files: readonly LogFile[], { index, k, ks, run, errored, formats, format, fields, gradients }: OpenOptions): IndexKey | null {
  if (index === undefined || !files.some(({ path, bytes }) => bytes >= WORTH_KEEPING_BYTES || isPacked(path))) return null;
  const { folder, code, translations } = index;
  return { folder, code, decides: [files.map(({ path }) => path), translations, { k, ks, run, errored, formats, format, fields, gradients }] };
}

/** Files of gradients that are there, or may come to be there. */
function besideOf(files: readonly LogFile[], { gradients }: OpenOptions): string[] {
  return gradients === undefined ? files.flatMap(({ path }) => sidecarPaths(path)) : [gradients];
}
