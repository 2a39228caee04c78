import type { ExportedRun } from './exporting';
import { recordsAt } from './recordsAt';

/** The record of a prompt's first sample. */
export interface FirstRecord {
  readonly row: number;
  readonly file: number;
  readonly element: number;
  readonly bytes: Uint8Array;
}

/**
 * The records of the first samples of these prompts, in the order of the files, read now. A packed file is unpacked once, from
 * its start. A prompt without samples has none.
 * @param rows as in the run's columns
 * @throws InputError when a log no longer has a record; the signal's reason when aborted
 */
export async function* firstRecords({ logs: { table, files }, name }: Pick<ExportedRun, 'logs' | 'name'>, rows: Iterable<number>, signal: AbortSignal): AsyncGenerator<FirstRecord> {
  /** Per file, the prompts by where their record starts: one record may speak of several. */
  const wanted = files.map(() => new Map<number, Omit<FirstRecord, 'bytes'>[]>());
  for (const row of rows) {
    const [first] = table.samplesOf(name, row);
    if (first === undefined) continue;
    const file = table.fileOf(first);
    const offset = table.offsetOf(first);
    const prompts = wanted[file].get(offset) ?? [];
    wanted[file].set(offset, prompts);
    prompts.push({ row, file, element: table.elementOf(first) });
  }
  for (const [file, prompts] of wanted.entries()) {
    const offsets = [...prompts.keys()].sort((a, b) => a - b);
    let at = 0;
    if (offsets.length === 0) continue;
    for await (const bytes of recordsAt(files[file].path, offsets, signal)) for (const prompt of prompts.get(offsets[at++]) ?? []) yield { ...prompt, bytes };
  }
}
