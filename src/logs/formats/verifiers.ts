import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import { idIsPrompt } from './idIsPrompt';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/**
 * verifiers and prime-rl `results.jsonl`: one rollout a line, n lines an example. Rewards are sums of several functions and
 * may exceed 1. In old files `id` counts rows and not examples, so it is believed only where the prompts agree. The file
 * beside it, metadata.json, is known to be wrong at times: only the rows count.
 */
export const verifiers: LogFormat = {
  name: 'verifiers',
  title: t`verifiers / prime-rl results`,
  recognisedBy: 'example_id or id, prompt, completion and reward',

  detect({ records }: LogHead): Detection | null {
    const prompt = firstOf(records, ['example_id', 'id']);
    if (prompt === undefined || firstOf(records, ['reward'], (value) => typeof value === 'number') === undefined || !haveAll(records, 'prompt', 'completion')) return null;
    const isSure = haveAll(records, 'task') || prompt === 'example_id';
    return {
      confidence: isSure ? 0.93 : 0.75,
      fields: fieldsOf({
        prompt: prompt === 'example_id' || idIsPrompt(records, prompt, 'prompt') ? prompt : undefined,
        verdict: 'reward',
        promptText: 'prompt',
        response: 'completion',
        target: firstOf(records, ['answer']),
        category: firstOf(records, ['task']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, error: 'error' }),
};
