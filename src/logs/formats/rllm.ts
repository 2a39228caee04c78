import { isList } from '../isList';
import { isObject } from '../isObject';
import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

/**
 * rLLM: the result of an evaluation, one document with `items`, one a rollout; or its episodes, one JSON file a rollout (a folder of them is one
 * run) or one a line. `id` names the rollout, so the task tells prompts apart. Where the model, a tool or the grading broke down, `error` says so.
 */
export const rllm: LogFormat = {
  name: 'rllm',
  title: t`rLLM episodes and results`,
  recognisedBy: 'is_correct, trajectories and task; or one document with agent and items of idx, attempt and is_correct',

  detect({ document, records }: LogHead): Detection | null {
    const items = document?.['items'];
    const item = isList(items) ? items[0] : undefined;
    if (isObject(item) && 'idx' in item && 'is_correct' in item && document !== null && 'agent' in document) {
      return { confidence: 0.97, records: 'items.*', fields: fieldsOf({ prompt: 'idx', sample: 'attempt' in item ? 'attempt' : undefined, verdict: 'is_correct', score: 'reward' }) };
    }
    if (!haveAll(records, 'is_correct', 'trajectories') || !records.some((record) => isList(record['trajectories']))) return null;
    const task = firstOf(records, ['task.instruction', 'task.question', 'task.problem', 'task']);
    if (task === undefined) return null;
    return {
      confidence: 0.96,
      fields: fieldsOf({
        prompt: firstOf(records, ['task.id', 'task.task_id', 'task.uid']),
        verdict: 'is_correct',
        score: 'trajectories.0.reward',
        promptText: task,
        response: responseField(records),
        answer: firstOf(records, ['artifacts.answer']),
        target: firstOf(records, ['task.metadata.ground_truth', 'task.metadata.answer', 'task.ground_truth', 'task.answer']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, error: fields.prompt === 'idx' ? 'error' : 'metadata.error' }),
};

/** What the first trajectory came to; the output of its first step where it says nothing itself. */
function responseField(records: readonly JsonObject[]): string {
  const says = records.some((record) => valueAt(record, 'trajectories.0.output') !== null && valueAt(record, 'trajectories.0.output') !== undefined);
  return says ? 'trajectories.0.output' : 'trajectories.0.steps.0.output';
}
