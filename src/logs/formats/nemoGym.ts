import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** NeMo-Gym rollouts. Older files do not number tasks; then the input tells prompts apart. */
export const nemoGym: LogFormat = {
  name: 'nemo-gym',
  title: t`NeMo-Gym rollouts`,
  recognisedBy: 'responses_create_params, response and reward',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'responses_create_params', 'response') || firstOf(records, ['reward'], (value) => typeof value === 'number') === undefined) return null;
    return {
      confidence: 0.95,
      fields: fieldsOf({
        prompt: firstOf(records, ['_ng_task_index']),
        verdict: 'reward',
        sample: firstOf(records, ['_ng_rollout_index']),
        promptText: 'responses_create_params.input',
        response: 'response.output',
        answer: firstOf(records, ['extracted_answer', 'extracted_model_code']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
