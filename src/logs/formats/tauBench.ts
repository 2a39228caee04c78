import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import { isBooleans } from './isBooleans';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** tau-bench: an array of trials of tasks. */
export const tauBench: LogFormat = {
  name: 'tau-bench',
  title: t`tau-bench trajectories`,
  recognisedBy: 'task_id, trial, reward and traj',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'task_id', 'trial', 'reward', 'traj') || records.some((record) => isBooleans(record['reward'] ?? null))) return null;
    return { confidence: 0.97, fields: { prompt: 'task_id', verdict: 'reward', sample: 'trial', response: 'traj', promptText: 'info.task.instruction' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
