import { basename, dirname } from 'node:path';
import type { OwnFigure } from '../logs/ownFigure';
import { lmEvalTask } from '../logs/lmEvalTask';
import type { ReadLogs } from './readLogs';
import { t } from '../texts/t';

/** Some harnesses round what they write to two digits. */
const FEWEST_DIGITS = 2, MOST_DIGITS = 9;
/** Digits of a number in a sentence. */
const MOST_WRITTEN = 12;

/**
 * Sentences for numbers that logs, or summaries opened beside them, say of their samples, and that their samples do not give. A number agrees when
 * it is the mean over samples or the mean of the prompts' means, errored samples left out or counted as wrong, to the digits that are written.
 */
export function ownFigureNotes(logs: ReadLogs): string[] {
  const { files, readers } = logs;
  const said = readers
    .flatMap((reader, index) => reader.figures.map((figure) => ({ figure, index, file: reader.unrecognised === null ? index : fileOf(figure, index, logs) })))
    .filter(({ file }) => file >= 0);
  const meansOf = fileMeans(logs, new Set(said.map(({ file }) => file)));
  return said.flatMap(({ figure, index, file }) => {
    const means = meansOf(file, figure.of);
    if (means.length === 0 || means.some((mean) => agree(figure.value, mean))) return [];
    const [own, given] = writtenApart(figure.value, means[0]!);
    return [file === index
      ? t`${basename(files[index]!.path)}: the log's own "${figure.name}" is ${own}; its samples give ${given}. The samples are believed.`
      : t`${basename(files[index]!.path)} says that "${figure.name}" is ${own}; the samples of ${basename(files[file]!.path)} give ${given}. The samples are believed.`];
  });
}

/** The one file in a summary's folder that it speaks of; -1: none, or several. */
function fileOf({ log }: OwnFigure, summary: number, { files, readers }: ReadLogs): number {
  const folder = dirname(files[summary]!.path);
  const fits = files.flatMap(({ path }, index) => {
    const format = readers[index]?.format;
    if (!format || readers[index]!.unrecognised !== null || dirname(path) !== folder || format.name !== log?.format) return [];
    if (log.task !== undefined && lmEvalTask(basename(path)) !== log.task) return [];
    if (log.verdict !== undefined && format.fields.verdict !== log.verdict) return [];
    return log.filter !== undefined && (format.fields.filter ?? 'filter=none') !== `filter=${log.filter}` ? [] : [index];
  });
  return fits.length === 1 ? fits[0]! : -1;
}

/**
 * What the samples of each of some files give, in one pass over all: O(samples).
 * @returns the means of a file; empty where it has none, or where counts stand beside its samples that could be of any file
 */
function fileMeans({ files, table }: ReadLogs, wanted: ReadonlySet<number>): (file: number, of: OwnFigure['of']) => number[] {
  const runs = table.runs();
  if (runs.length !== 1 || wanted.size === 0) return () => [];
  const sums = new Map(Array.from(wanted, (file) => [file, new Map<number, PromptSum>()]));
  let rated = 0;
  for (let sample = 0, all = table.sampleCount; sample < all; sample++) {
    if (!table.isCounted(sample)) continue;
    const verdict = table.verdictOf(sample);
    if (verdict !== 'errored') rated++;
    const prompts = sums.get(table.fileOf(sample));
    if (prompts === undefined) continue;
    const prompt = table.promptOf(sample);
    const entry = prompts.get(prompt) ?? { verdicts: 0, scores: 0, rated: 0, errored: 0 };
    prompts.set(prompt, entry);
    if (verdict === 'errored') entry.errored++;
    else {
      const right = Number(verdict === 'correct');
      entry.rated++;
      entry.verdicts += right;
      // A score of 0 is one; NaN is none.
      const score = table.scoreOf(sample);
      entry.scores += Number.isNaN(score) ? right : score;
    }
  }
  const { n, c } = table.promptColumns(runs[0]!, 'drop').columns;
  const counted = total(n);
  return (file, of) => {
    if (counted > rated) return of === 'scores' || files.length > 1 ? [] : [total(c) / counted];
    const prompts = [...(sums.get(file)?.values() ?? [])];
    return [0, 1].flatMap((errored) => bothMeans(prompts, of, errored));
  };
}

/** Of a prompt's samples: what the correct ones and what the scores add up to, and how many there are. */
interface PromptSum {
  verdicts: number;
  scores: number;
  rated: number;
  errored: number;
}

/** The mean over samples, and that of the prompts' means. @param errored 1: such samples count as 0; 0: they are left out */
function bothMeans(prompts: readonly PromptSum[], of: OwnFigure['of'], errored: number): number[] {
  const some = prompts.map((prompt) => [prompt[of], prompt.rated + errored * prompt.errored] as const).filter(([, samples]) => samples > 0);
  const over = total(some.map(([, samples]) => samples));
  return over === 0 ? [] : [total(some.map(([sum]) => sum)) / over, total(some.map(([sum, samples]) => sum / samples)) / some.length];
}

function total(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0);
}

function agree(said: number, given: number): boolean {
  const digits = Math.min(MOST_DIGITS, Math.max(FEWEST_DIGITS, /\.(\d+)$/.exec(String(said))?.[1]?.length ?? 0));
  return Math.abs(said - given) <= 0.5 * 10 ** -digits + 1e-12;
}

/** With so many digits that the two can be told apart. */
function writtenApart(said: number, given: number, digits = 4): readonly [said: string, given: string] {
  const written = (value: number): string => String(Number(value.toPrecision(digits)));
  return written(said) === written(given) && digits < MOST_WRITTEN ? writtenApart(said, given, digits + 1) : [written(said), written(given)];
}
