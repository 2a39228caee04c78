import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { idIsPrompt } from './idIsPrompt';
import { fieldsOf, firstOf, haveAll, isNumber } from './recordShape';

/**
 * verifiers and prime-rl `results.jsonl`: one rollout a line, n lines an example. Rewards are sums of several functions and
 * may exceed 1; in old files `id` counts rows and not examples, so it is believed only where the prompts agree; the file beside it, metadata.json, is known to be wrong at times, so only the rows are believed.
 */
export const verifiers: LogFormat = {
  name: 'verifiers',
  title: 'verifiers / prime-rl results',
  recognisedBy: 'example_id or id, prompt, completion and reward',

  detect({ records }: LogHead): Detection | null {
    const prompt = firstOf(records, ['example_id', 'id']);
    if (prompt === undefined || firstOf(records, ['reward'], isNumber) === undefined || !haveAll(records, 'prompt', 'completion')) return null;
    const isSure = haveAll(records, 'task') || prompt === 'example_id';
    return {
      confidence: isSure ? 0.93 : 0.75,
      fields: fieldsOf({ prompt: idIsPrompt(records, prompt, 'prompt') ? prompt : undefined, verdict: 'reward', promptText: 'prompt', response: 'completion', target: firstOf(records, ['answer']), category: firstOf(records, ['task']) }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
