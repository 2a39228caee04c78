import type { PromptColumns } from '../core/promptColumns';
import type { SampleTexts } from '../logs/formats/logFormat';
import { readTexts } from '../logs/readTexts';
import type { PromptDetail, SampleLine } from '../protocol/messages';
import { InputError } from './inputError';
import type { ReadLogs } from './readLogs';
import { recordAt } from './recordAt';
import { recordsAt } from './recordsAt';
import { textsAt, withCompanion } from './withCompanion';
import { t } from '../texts/t';

/** Different answers whose text is read when a prompt is opened, those given most often: each is a record of its own. */
const ANSWERS = 200;

/**
 * A prompt's text and its samples as the table has them, with their answers. The text is read from the first sample's record;
 * an answer from the first that gives it, since the table knows which samples give the same.
 */
export async function promptDetail(logs: ReadLogs, run: string, columns: PromptColumns, row: number): Promise<PromptDetail> {
  if (!(row >= 0 && row < columns.id.length)) throw new InputError(t`There is no prompt ${row}.`);
  const { table } = logs;
  const samples = table.samplesOf(run, row);
  const givers = giversOf(samples, (sample) => table.answerOf(sample));
  const read = await textsOf(logs, samples.length > 0 ? [samples[0], ...givers.values()] : []);
  const answers = new Map(Array.from(givers, ([answer, sample]) => [answer, read.get(sample)?.answer ?? null]));
  const own = read.get(samples[0]);
  const first = own ? await withCompanion(logs, samples[0], own) : await textsAt(logs, table.textPlaceOfPrompt(run, columns.id[row]), 0);
  return {
    prompt: row,
    id: columns.id[row],
    text: first?.prompt ?? null,
    target: first?.target ?? null,
    lengthUnit: table.lengthUnit,
    samples: Array.from(samples, (sample, order) => sampleLine(logs, sample, order, answers.get(table.answerOf(sample)) ?? null)),
    unreadAnswers: samples.reduce((sum, sample) => sum + (Number.isNaN(table.answerOf(sample)) || answers.has(table.answerOf(sample)) ? 0 : 1), 0),
  };
}

/** The texts of one sample, read from its file at this moment. */
export async function sampleTexts(logs: ReadLogs, sample: number): Promise<SampleTexts> {
  const { files, readers, table } = logs;
  if (!(sample >= 0 && sample < table.sampleCount)) throw new InputError(t`There is no sample ${sample}.`);
  const file = table.fileOf(sample);
  const { format } = readers[file];
  if (!format) throw new InputError(t`${files[file].path} has no known format.`);
  const record = await recordAt(files[file].path, table.offsetOf(sample));
  return withCompanion(logs, sample, readTexts(record, format.name, format.fields, table.elementOf(sample)));
}

/** The first sample that gives each answer, for the answers given most often. */
function giversOf(samples: Int32Array, answerOf: (sample: number) => number): Map<number, number> {
  const answers = new Map<number, { giver: number; count: number }>();
  for (const sample of samples) {
    const answer = answerOf(sample);
    const known = answers.get(answer);
    if (known !== undefined) known.count++;
    else if (!Number.isNaN(answer)) answers.set(answer, { giver: sample, count: 1 });
  }
  const most = [...answers].sort(([, one], [, other]) => other.count - one.count).slice(0, ANSWERS);
  return new Map(most.map(([answer, { giver }]) => [answer, giver]));
}

/** The texts of several samples; each file is read once, each record once. */
async function textsOf({ files, readers, table }: ReadLogs, samples: readonly number[]): Promise<Map<number, SampleTexts>> {
  const texts = new Map<number, SampleTexts>();
  const byFile = new Map<number, Map<number, number[]>>();
  for (const sample of new Set(samples)) {
    const file = table.fileOf(sample);
    const offset = table.offsetOf(sample);
    const records = byFile.get(file) ?? new Map<number, number[]>();
    byFile.set(file, records.set(offset, [...(records.get(offset) ?? []), sample]));
  }
  for (const [file, records] of byFile) {
    const { format } = readers[file];
    if (!format) throw new InputError(t`${files[file].path} has no known format.`);
    const offsets = [...records.keys()].sort((a, b) => a - b);
    let at = 0;
    for await (const record of recordsAt(files[file].path, offsets)) {
      for (const sample of records.get(offsets[at++]) ?? []) texts.set(sample, readTexts(record, format.name, format.fields, table.elementOf(sample)));
    }
  }
  return texts;
}

function sampleLine({ table }: ReadLogs, sample: number, order: number, answer: string | null): SampleLine {
  const index = table.sampleIndexOf(sample);
  const score = table.scoreOf(sample);
  const length = table.lengthOf(sample);
  return {
    sample,
    index: index < 0 ? order : index,
    verdict: table.verdictOf(sample),
    score: Number.isNaN(score) ? null : score,
    answer,
    length: Number.isNaN(length) ? null : length,
    file: table.fileOf(sample),
    line: table.lineOf(sample),
  };
}
