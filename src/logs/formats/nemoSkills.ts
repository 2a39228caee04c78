import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

const VERDICTS = ['symbolic_correct', 'is_correct', 'judgement', 'proof_status', 'strict_eval.follow_all_instructions', 'passing_base_tests', 'passing_plus_tests'];

/**
 * NeMo-Skills `output-rs*.jsonl`: one file a sample, told apart by the seed in its name. A prompt is its id, where it has
 * one, else its row: all files of a benchmark have the same order.
 */
export const nemoSkills: LogFormat = {
  name: 'nemo-skills',
  title: t`NeMo-Skills outputs`,
  recognisedBy: 'num_generated_tokens or generation, with symbolic_correct, is_correct, judgement or proof_status; or judgement and expected_judgement',

  detect({ fileName, records }: LogHead): Detection | null {
    const verdict = firstOf(records, VERDICTS);
    // Where a judge is itself put to the test, its judgement is right when it is the expected one.
    const isJudge = haveAll(records, 'judgement', 'expected_judgement');
    if (verdict === undefined) return null;
    if (!isJudge && !haveAll(records, 'num_generated_tokens') && !haveAll(records, 'generation', 'expected_answer')) return null;
    return {
      confidence: 0.92,
      fields: fieldsOf({
        prompt: firstOf(records, ['id']) ?? '$line',
        verdict: isJudge ? 'judgement == expected_judgement' : verdict,
        sample: /rs\d+/.test(fileName) ? '$fileNumber' : undefined,
        promptText: firstOf(records, ['problem', 'question']),
        response: firstOf(records, isJudge ? ['generation', 'judgement'] : ['generation']),
        answer: isJudge ? undefined : firstOf(records, ['predicted_answer']),
        target: firstOf(records, isJudge ? ['expected_judgement'] : ['expected_answer']),
        category: firstOf(records, ['subset_for_metrics', 'level', 'subject']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
