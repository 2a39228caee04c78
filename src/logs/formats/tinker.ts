import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** Tinker cookbook rollout summaries: no texts; a prompt is its group within an iteration. */
export const tinker: LogFormat = {
  name: 'tinker',
  title: t`Tinker rollout summaries`,
  recognisedBy: 'iteration, group_idx, traj_idx and total_reward',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'iteration', 'group_idx', 'traj_idx', 'total_reward')) return null;
    return { confidence: 0.97, fields: { prompt: 'group_idx', verdict: 'total_reward', sample: 'traj_idx', run: 'iteration' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
