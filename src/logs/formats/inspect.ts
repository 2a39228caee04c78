import { isList } from '../isList';
import { isObject } from '../isObject';
import { pathOf } from '../scan/pathTrie';
import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

/**
 * Inspect AI logs as JSON: one document whose `samples` are (id, epoch) pairs, or the summaries that an .eval archive
 * holds. C counts as correct, I and N as wrong, P as a score of 0.5. A sample without a score has errored.
 */
export const inspect: LogFormat = {
  name: 'inspect',
  title: t`Inspect AI log`,
  recognisedBy: 'one document with version, status and eval.task; or records with id, epoch and scores',

  detect({ document, records }: LogHead): Detection | null {
    if (document !== null && 'status' in document && valueAt(document, 'eval.task') !== undefined) {
      const inside = valueAt(document, 'samples');
      return { confidence: 0.98, records: 'samples.*', ...scored(isList(inside) ? inside.filter(isObject) : [], scorerOf(document)) };
    }
    const samples = records.filter((record) => 'id' in record && 'epoch' in record && ('scores' in record || 'score' in record));
    if (samples.length * 2 < records.length || samples.length === 0) return null;
    return { confidence: 0.96, ...scored(samples, null) };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, missingVerdict: 'errored', error: 'error' }),
};

/**
 * The verdict, and all that could be it: the values of every scorer, those inside of values that are objects, too. The first that says
 * something of a sample is taken.
 * @param named the scorer that the document's head names, for a head that ends before its samples
 */
function scored(samples: readonly JsonObject[], named: string | null): Pick<Detection, 'fields' | 'verdicts'> {
  const verdicts = [...new Set(samples.slice(0, 32).flatMap(verdictPaths))];
  const says = (path: string): boolean => samples.some((sample) => readVerdict(valueAt(sample, path), DEFAULT_THRESHOLD).verdict !== 'unscored');
  const verdict = verdicts.find(says) ?? verdicts[0] ?? (named === null ? 'score.value' : pathOf(['scores', named, 'value']));
  return {
    fields: {
      prompt: 'id', verdict, sample: 'epoch', promptText: 'input', response: 'output.choices.0.message.content', answer: verdict.replace(/\.value(\..*)?$/, '.answer'), target: 'target',
    },
    verdicts,
  };
}

function verdictPaths(sample: JsonObject): string[] {
  const scores: JsonValue | undefined = sample['scores'];
  if (!isObject(scores)) return 'score' in sample ? ['score.value'] : [];
  return Object.entries(scores).flatMap(([scorer, score]) => {
    const value = isObject(score) ? score['value'] : undefined;
    return isObject(value) ? Object.keys(value).map((key) => pathOf(['scores', scorer, 'value', key])) : [pathOf(['scores', scorer, 'value'])];
  });
}

/** The scorer that the results name; null in logs from before there were several. */
function scorerOf(document: JsonObject): string | null {
  const name = valueAt(document, 'results.scores.0.name') ?? valueAt(document, 'results.scorer.name') ?? valueAt(document, 'eval.scorers.0.name');
  return typeof name === 'string' ? name : null;
}
