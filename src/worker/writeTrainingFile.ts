import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import type { TrainingFile, WrittenFile } from '../protocol/exporting';
import type { ExportedRun } from './exporting';
import { firstRecords } from './firstRecords';
import { InputError } from './inputError';
import { promptContent } from './promptContent';
import { trainerRow } from './trainerRow';
import { trainingWeights } from './trainingWeights';
import { t } from '../texts/t';

const LINES_AT_ONCE = 256;

/**
 * Writes a file for a trainer, one prompt a line, in the order of the log. It is there as a whole or not at all.
 * @throws InputError when the log cannot give it; the file system's error when it cannot be written
 */
export async function writeTrainingFile(run: ExportedRun, file: TrainingFile, signal: AbortSignal): Promise<WrittenFile> {
  const weights = trainingWeights(run.columns, file.weights, file.k, file.dropped);
  const unknown = weights.reduce((count, weight) => count + (Number.isNaN(weight) ? 1 : 0), 0);
  const part = `${file.path}.part`;
  const handle = await open(part, 'w');
  let written: WrittenFile;
  try {
    written = file.to === 'weights' ? await writeWeights(run, weights, unknown, handle) : await writeRows(run, { ...file, to: file.to }, weights, unknown, handle, signal);
  } catch (error) {
    await handle.close();
    await rm(part, { force: true });
    throw error;
  }
  await handle.close();
  await rename(part, file.path);
  return written;
}

async function writeWeights({ columns: { id } }: ExportedRun, weights: Float64Array, unknown: number, handle: FileHandle): Promise<WrittenFile> {
  const lines = id.flatMap((prompt, row) => (Number.isNaN(weights[row]) ? [] : [`${JSON.stringify({ prompt_id: prompt, weight: weights[row] })}\n`]));
  await handle.write(lines.join(''));
  return { rows: lines.length, zero: 0, unknown, textless: 0 };
}

async function writeRows(run: ExportedRun, file: TrainingFile & { readonly to: Exclude<TrainingFile['to'], 'weights'> }, weights: Float64Array, unknown: number, handle: FileHandle, signal: AbortSignal): Promise<WrittenFile> {
  const kept = run.columns.id.flatMap((_, row) => (weights[row] > 0 ? [row] : []));
  let lines: string[] = [];
  let rows = 0;
  for await (const record of firstRecords(run, kept, signal)) {
    const content = promptContent(run.logs, record);
    if (content === null) continue;
    rows++;
    lines.push(`${JSON.stringify(trainerRow(file.to, { ...content, id: run.columns.id[record.row], index: record.row, weight: weights[record.row] }, file.dataSource))}\n`);
    if (lines.length < LINES_AT_ONCE) continue;
    await handle.write(lines.join(''));
    lines = [];
  }
  await handle.write(lines.join(''));
  if (rows === 0) {
    throw new InputError(
      kept.length === 0
        ? t`No prompt is left: every one has weight 0 or an unknown weight.`
        : t`This log does not hold the text of its prompts, so no data set can be made of it. Export the weights instead, and join them to your data set by prompt_id.`,
    );
  }
  return { rows, zero: run.columns.id.length - kept.length - unknown, unknown, textless: kept.length - rows };
}
