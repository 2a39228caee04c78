import type { SampleTexts } from '../logs/formats/logFormat';
import { readTexts } from '../logs/readTexts';
import type { TextPlace } from '../logs/textPlaces';
import type { ReadLogs } from './readLogs';
import { recordAt } from './recordAt';

/** The texts of a sample, completed from the record beside its own where the log keeps prompt and response apart from the verdict. */
export async function withCompanion(logs: ReadLogs, sample: number, texts: SampleTexts): Promise<SampleTexts> {
  if (texts.prompt !== null && texts.response !== null) return texts;
  const beside = await textsAt(logs, logs.table.textPlaceOf(sample), logs.table.elementOf(sample));
  if (beside === null) return texts;
  return {
    prompt: texts.prompt ?? beside.prompt,
    response: texts.response ?? beside.response,
    answer: texts.answer ?? beside.answer,
    target: texts.target ?? beside.target,
  };
}

/** The texts of a record that is no sample; null where there is none. */
export async function textsAt({ files, readers }: ReadLogs, place: TextPlace | null, element: number): Promise<SampleTexts | null> {
  const format = place === null ? null : readers[place.file].format;
  if (place === null || !format) return null;
  return readTexts(await recordAt(files[place.file].path, place.offset), format.name, format.fields, element);
}
