import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** SkyRL evaluation dumps. The score of a sample is a number, or a list with one number a token, which is added up. */
export const skyRl: LogFormat = {
  name: 'skyrl',
  title: t`SkyRL evaluation dump`,
  recognisedBy: 'input_prompt, output_response and score',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'input_prompt', 'output_response', 'score')) return null;
    return {
      confidence: 0.96,
      fields: fieldsOf({ promptText: 'input_prompt', verdict: 'score', response: 'output_response', category: firstOf(records, ['data_source', 'env_class']) }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, lists: 'sum' }),
};
