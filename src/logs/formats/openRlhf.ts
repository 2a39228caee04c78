import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/**
 * OpenRLHF's batch inference with rewards (best of n, rejection sampling): one sample a line, told apart by the text of the prompt alone. Rewards
 * of a model are scores without a scale, so the threshold is to be thought about.
 */
export const openRlhf: LogFormat = {
  name: 'openrlhf',
  title: t`OpenRLHF batch inference`,
  recognisedBy: 'input, output and reward, and little else',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'input', 'output', 'reward') || haveAll(records, 'score')) return null;
    const names = new Set(records.flatMap((record) => Object.keys(record)));
    if (names.size > 5 || records.some((record) => typeof record['output'] !== 'string')) return null;
    return { confidence: 0.85, fields: { promptText: 'input', verdict: 'reward', response: 'output' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
