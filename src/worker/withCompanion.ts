import type { SampleTexts } from '../logs/formats/logFormat';
import { readTexts } from '../logs/readTexts';
import type { ReadLogs } from './readLogs';
import { recordAt } from './recordAt';

/** The texts of a sample, completed from the record beside its own where the log keeps prompt and response apart from the verdict. */
export async function withCompanion({ files, readers, table }: ReadLogs, sample: number, texts: SampleTexts): Promise<SampleTexts> {
  if (texts.prompt !== null && texts.response !== null) return texts;
  const place = table.textPlaceOf(sample);
  const format = place === null ? null : readers[place.file].format;
  if (place === null || !format) return texts;
  const beside = readTexts(await recordAt(files[place.file].path, place.offset), format.name, format.fields, table.elementOf(sample));
  return {
    prompt: texts.prompt ?? beside.prompt,
    response: texts.response ?? beside.response,
    answer: texts.answer ?? beside.answer,
    target: texts.target ?? beside.target,
  };
}
