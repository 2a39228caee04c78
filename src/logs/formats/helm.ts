import { FieldReader } from './fieldReader';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';

const METRICS = ['exact_match', 'quasi_exact_match', 'prefix_exact_match', 'final_number_exact_match', 'math_equiv_chain_of_thought', 'math_equiv', 'pass', 'code_eval_acc', 'test_avg', 'chain_of_thought_correctness'];

/** HELM `display_predictions.json`: an array of predictions with their metrics; trials of an instance are its samples. */
export const helm: LogFormat = {
  name: 'helm',
  title: 'HELM predictions',
  recognisedBy: 'instance_id, train_trial_index, predicted_text and stats',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'instance_id', 'train_trial_index', 'stats')) return null;
    const stats = valueAt(records[0], 'stats');
    const names = stats !== null && typeof stats === 'object' ? Object.keys(stats) : [];
    const verdict = firstOf(records, METRICS.map((name) => `stats.${name}`)) ?? firstOf(records, names.map((name) => `stats.${name.replace(/\./g, '\\.')}`));
    if (verdict === undefined) return null;
    return { confidence: 0.95, fields: { prompt: 'instance_id', verdict, sample: 'train_trial_index', response: 'predicted_text' } };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
