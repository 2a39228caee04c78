import { FieldReader } from './fieldReader';
import { guessFields } from './guessFields';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';

/** Records of no known harness: one sample a record, lists of samples, or counts, by field names that say what they are. */
export const generic: LogFormat = {
  name: 'generic',
  title: 'generic records',
  recognisedBy: 'a prompt id or text, and a verdict (correct, passed, score, …), a list of verdicts, or counts n and c',
  detect: ({ records }: LogHead): Detection | null => guessFields(records),
  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
