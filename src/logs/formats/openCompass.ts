import { isObject } from '../isObject';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonValue, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** OpenCompass results with details: members of `details` by number. Predictions alone hold no verdict and are not read. */
export const openCompass: LogFormat = {
  name: 'opencompass',
  title: t`OpenCompass details`,
  recognisedBy: 'one document with details: {"0": {…, "correct"}}',

  detect({ document }: LogHead): Detection | null {
    const details: JsonValue | undefined = document?.['details'];
    const first = isObject(details) ? Object.values(details).find(isObject) : undefined;
    if (first === undefined || !('correct' in first)) return null;
    return {
      confidence: 0.95,
      records: 'details.*',
      fields: { prompt: '$key', verdict: 'correct', promptText: 'prompt', response: 'origin_prediction', answer: 'predictions', target: 'references' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
