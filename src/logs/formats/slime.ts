import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** slime samples as JSON Lines. A group holds the samples of one prompt. */
export const slime: LogFormat = {
  name: 'slime',
  title: t`slime samples`,
  recognisedBy: 'group_index, index, prompt, response and reward',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'group_index', 'index', 'prompt', 'response', 'reward')) return null;
    return { confidence: 0.94, fields: { prompt: 'group_index', verdict: 'reward', sample: 'index', promptText: 'prompt', response: 'response', target: 'label' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
