import { isObject } from '../isObject';
import { pathOf } from '../scan/pathTrie';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';

/**
 * lighteval's `details_*.parquet`: one row a document. With several samples a document lighteval keeps only the metric
 * over all of them, so each row is one sample, and a metric between 0 and 1 is a score.
 */
export const lightEval: LogFormat = {
  name: 'lighteval',
  title: 'lighteval details',
  recognisedBy: 'doc.id, model_response and a metric with one entry or more',

  detect({ records }: LogHead): Detection | null {
    const [first] = records;
    if (!first || !isObject(first['doc']) || !isObject(first['model_response']) || !isObject(first['metric'])) return null;
    const metric = Object.keys(first['metric'])[0];
    if (metric === undefined || !('id' in first['doc'])) return null;
    return {
      confidence: 0.97,
      fields: {
        prompt: 'doc.id', verdict: pathOf(['metric', metric]), promptText: 'doc.query', response: 'model_response.text.0', target: 'doc.choices', category: 'doc.task_name',
      },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
