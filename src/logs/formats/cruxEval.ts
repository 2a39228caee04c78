import { isObject } from '../isObject';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';

/** CRUXEval results: one document with, for each task, its generations and, in a second place, a verdict for each of them. */
export const cruxEval: LogFormat = {
  name: 'cruxeval',
  title: 'CRUXEval results',
  recognisedBy: 'one document with raw_generations and raw_scored_generations',

  detect({ document }: LogHead): Detection | null {
    if (document === null || !isObject(document['raw_generations'] ?? document['raw_scored_generations'])) return null;
    return { confidence: 0.97, records: 'raw_scored_generations.*', fields: { prompt: '$key', verdict: 'value' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
