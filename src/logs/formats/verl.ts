import { FieldReader } from './fieldReader';
import { fieldsOf } from './fieldsOf';
import { firstOf } from './firstOf';
import { haveAll } from './haveAll';
import { isZeroOrOne } from './isZeroOrOne';
import type { Detection, FieldMap, LogFormat, LogHead } from './logFormat';
import { t } from '../../texts/t';

/**
 * verl's rollout and validation dumps, one file a step. Records have neither a prompt id nor a sample number, and the
 * samples of a prompt are not neighbours, as verl balances batches by length: they are joined by the prompt's text.
 */
export const verl: LogFormat = {
  name: 'verl',
  title: t`verl rollouts`,
  recognisedBy: 'input, output and score, with gts or step',

  detect({ records }: LogHead): Detection | null {
    if (!haveAll(records, 'input', 'output', 'score') || !(haveAll(records, 'gts') || haveAll(records, 'step'))) return null;
    return {
      confidence: 0.93,
      fields: fieldsOf({
        promptText: 'input',
        // `score` may be shaped (-1 … 1, a bonus for length); `acc` is the verifier's own word where there is one.
        verdict: firstOf(records, ['acc', 'correct', 'is_correct'], isZeroOrOne) ?? 'score',
        score: 'score',
        run: firstOf(records, ['step']),
        response: 'output',
        answer: firstOf(records, ['pred', 'extracted_answer']),
        target: firstOf(records, ['gts', 'ground_truth']),
        category: firstOf(records, ['data_source', 'ability']),
      }),
    };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName }),
};
