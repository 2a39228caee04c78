import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { PromptRecordReader } from './promptRecordReader';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

const PROMPT = ['prompt_id', 'id', 'task_id', 'question_id', 'problem_id'];
const MARKS = ['prompt_grad', 'S_correct', 'agreement', 'pass_rate'];

/** One record a prompt: counts or an exact pass rate, with a gradient, sufficient statistics or an agreement (DESIGN.md 3). */
export const promptRecords: LogFormat = {
  name: 'prompt-records',
  title: t`one record per prompt (rates, gradients, summaries)`,
  recognisedBy: 'a prompt id with prompt_grad, S_correct and S_wrong, agreement, or pass_rate',

  detect({ records }: LogHead): Detection | null {
    const prompt = PROMPT.find((name) => records.filter((record) => name in record).length * 2 >= records.length);
    const marks = MARKS.filter((name) => records.filter((record) => name in record).length * 2 >= records.length);
    const has = (name: string): boolean => records.some((record) => name in record);
    if (prompt === undefined || marks.length === 0) return null;
    if (marks.every((mark) => mark === 'pass_rate') && !records.every((record) => typeof record['pass_rate'] === 'number')) return null;
    // A sample may repeat its prompt's rate; then it is a sample all the same.
    if (!has('S_correct') && !has('prompt_grad') && ['correct', 'is_correct', 'passed', 'score', 'reward', 'response', 'completion'].some(has)) return null;
    const optional: Record<string, string> = {};
    for (const [role, names] of Object.entries(FIELD_NAMES)) {
      const name = names.find(has);
      if (name !== undefined) optional[role] = name;
    }
    return { confidence: has('S_correct') || has('prompt_grad') ? 0.97 : 0.8, fields: { prompt, ...optional } };
  },

  reader: (fields: FieldMap) => new PromptRecordReader(fields, new WantedPaths()),
};

const FIELD_NAMES: Readonly<Record<'run' | 'n' | 'c' | 'passRate' | 'agreement' | 'promptGrad' | 'promptText', readonly string[]>> = {
  run: ['run', 'checkpoint', 'step', 'model'],
  n: ['n', 'n_samples', 'num_samples'],
  c: ['c', 'n_correct', 'num_correct'],
  passRate: ['pass_rate'],
  agreement: ['agreement'],
  promptGrad: ['prompt_grad'],
  promptText: ['prompt', 'question', 'problem'],
};
