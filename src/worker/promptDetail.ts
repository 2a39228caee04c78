import type { PromptColumns } from '../core/promptColumns';
import type { SampleTexts } from '../logs/formats/logFormat';
import { readTexts } from '../logs/readTexts';
import type { PromptDetail, SampleLine } from '../protocol/messages';
import { InputError } from './inputError';
import type { ReadLogs } from './readLogs';
import { recordAt } from './recordAt';

/** A prompt's text, read from its first sample's record, and its samples as the table has them. */
export async function promptDetail(logs: ReadLogs, run: string, columns: PromptColumns, row: number): Promise<PromptDetail> {
  if (!(row >= 0 && row < columns.id.length)) throw new InputError(`There is no prompt ${row}.`);
  const samples = logs.table.samplesOf(run, row);
  const first = samples.length > 0 ? await sampleTexts(logs, samples[0]) : null;
  return {
    prompt: row,
    id: columns.id[row],
    text: first?.prompt ?? null,
    target: first?.target ?? null,
    samples: Array.from(samples, (sample, order) => sampleLine(logs, sample, order)),
  };
}

/** The texts of one sample, read from its file at this moment. */
export async function sampleTexts({ files, readers, table }: ReadLogs, sample: number): Promise<SampleTexts> {
  if (!(sample >= 0 && sample < table.sampleCount)) throw new InputError(`There is no sample ${sample}.`);
  const file = table.fileOf(sample);
  const { format } = readers[file];
  if (!format) throw new InputError(`${files[file].path} has no known format.`);
  const record = await recordAt(files[file].path, table.offsetOf(sample));
  return readTexts(record, format.name, format.fields, table.elementOf(sample));
}

function sampleLine({ table }: ReadLogs, sample: number, order: number): SampleLine {
  const index = table.sampleIndexOf(sample);
  const score = table.scoreOf(sample);
  return {
    sample,
    index: index < 0 ? order : index,
    verdict: table.verdictOf(sample),
    score: Number.isNaN(score) ? null : score,
    answer: null,
    file: table.fileOf(sample),
    line: table.lineOf(sample),
  };
}
