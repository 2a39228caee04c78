import { FieldReader } from './fieldReader';
import { guessFields } from './guessFields';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';

/** Records of no known harness: one sample a record, lists of samples, or counts, by field names that say what they are. */
export const generic: LogFormat = {
  name: 'generic',
  title: 'generic records',
  recognisedBy: 'a prompt id or text, and a verdict (correct, passed, score, …), a list of verdicts, or counts n and c',
  detect: ({ records, document }: LogHead): Detection | null => {
    const guess = guessFields(records);
    // One object with a verdict somewhere inside is more likely a summary than a log of one record.
    return document !== null && guess?.fields.verdict?.includes('.') === true && !guess.fields.verdict.includes('*') ? null : guess;
  },
  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
