import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';

/** tau2-bench: one document; its `simulations` are trials of tasks. A crashed run has an empty list. */
export const tau2Bench: LogFormat = {
  name: 'tau2-bench',
  title: 'tau2-bench simulations',
  recognisedBy: 'one document with info.num_trials, tasks and simulations',

  detect({ document }: LogHead): Detection | null {
    if (document === null || valueAt(document, 'info.num_trials') === undefined || !('tasks' in document || 'simulations' in document)) return null;
    return {
      confidence: 0.97,
      records: 'simulations.*',
      fields: { prompt: 'task_id', verdict: 'reward_info.reward', sample: 'trial', response: 'messages' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, missingVerdict: 'errored' }),
};
