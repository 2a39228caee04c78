import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** LiveCodeBench `*_eval_all.json`: an array of problems, each with its outputs and `graded_list`. */
export const liveCodeBench: LogFormat = {
  name: 'livecodebench',
  title: t`LiveCodeBench evaluation`,
  recognisedBy: 'question_id, graded_list and output_list or code_list',

  detect({ records }: LogHead): Detection | null {
    const response = firstOf(records, ['output_list', 'code_list']);
    if (response === undefined || !haveAll(records, 'question_id', 'graded_list')) return null;
    return {
      confidence: 0.97,
      fields: fieldsOf({ prompt: 'question_id', verdict: 'graded_list', promptText: firstOf(records, ['question_content']), response, category: firstOf(records, ['difficulty']) }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
