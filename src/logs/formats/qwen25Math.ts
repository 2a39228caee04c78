import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import { isBooleans } from './isBooleans';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/**
 * Outputs of Qwen2.5-Math's evaluation and of the many projects that copied it: n samples a line, `score` with a verdict
 * each. The harness's own "acc" is the mean of the first sample alone. `code` is the response, whatever its name says.
 */
export const qwen25Math: LogFormat = {
  name: 'qwen2.5-math',
  title: t`Qwen2.5-Math evaluation outputs`,
  recognisedBy: 'score as a list of true and false, beside code and pred or gt',

  detect({ records }: LogHead): Detection | null {
    if (firstOf(records, ['score'], isBooleans) === undefined || !haveAll(records, 'code') || !(haveAll(records, 'pred') || haveAll(records, 'gt'))) return null;
    return {
      confidence: 0.95,
      fields: fieldsOf({
        // `idx` counts within a benchmark; it is there in every version.
        prompt: firstOf(records, ['idx', 'id']),
        verdict: 'score',
        promptText: firstOf(records, ['question', 'problem', 'input']),
        response: 'code',
        answer: firstOf(records, ['pred']),
        target: firstOf(records, ['gt', 'answer']),
        category: firstOf(records, ['level', 'type', 'subject']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
