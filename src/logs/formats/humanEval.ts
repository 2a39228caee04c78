import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/** OpenAI human-eval `*_results.jsonl`. It numbers no samples: the n lines of a task are its samples, in order. */
export const humanEval: LogFormat = {
  name: 'human-eval',
  title: t`HumanEval results`,
  recognisedBy: 'task_id with passed (true or false), and completion or result',

  detect({ records }: LogHead): Detection | null {
    const hits = records.filter((record) => 'task_id' in record && typeof record['passed'] === 'boolean').length;
    if (hits === 0 || hits < records.length / 2) return null;
    const has = (name: string): boolean => records.some((record) => name in record);
    if (!has('completion') && !has('result')) return null;
    return {
      confidence: has('completion') && has('result') ? 0.95 : 0.85,
      fields: {
        prompt: 'task_id',
        verdict: 'passed',
        ...(has('completion_id') ? { sample: 'completion_id' } : {}),
        ...(has('prompt') ? { promptText: 'prompt' } : {}),
        ...(has('completion') ? { response: 'completion' } : {}),
        ...(has('result') ? { answer: 'result' } : {}),
      },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, answersAreNotes: true }),
};
