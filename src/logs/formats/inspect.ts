import { isObject } from '../isObject';
import { pathOf } from '../scan/pathTrie';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';

/**
 * Inspect AI logs as JSON: one document whose `samples` are (id, epoch) pairs, or the summaries that an .eval archive
 * holds. C counts as correct, I and N as wrong, P as a score of 0.5. A sample without a score has errored.
 */
export const inspect: LogFormat = {
  name: 'inspect',
  title: 'Inspect AI log',
  recognisedBy: 'one document with version, status and eval.task; or records with id, epoch and scores',

  detect({ document, records }: LogHead): Detection | null {
    if (document !== null && 'status' in document && valueAt(document, 'eval.task') !== undefined) {
      return { confidence: 0.98, records: 'samples.*', fields: fieldsFor(scorerOf(document)) };
    }
    const samples = records.filter((record) => 'id' in record && 'epoch' in record && ('scores' in record || 'score' in record));
    if (samples.length * 2 < records.length || samples.length === 0) return null;
    return { confidence: 0.96, fields: fieldsFor(scorerOfSample(samples[0] as JsonObject)) };
  },

  reader: (fields: FieldMap, fileName: string) => new FieldReader(fields, { fileName, missingVerdict: 'errored' }),
};

function fieldsFor(scorer: string | null): FieldMap {
  const score = scorer === null ? 'score' : pathOf(['scores', scorer]);
  return {
    prompt: 'id', verdict: `${score}.value`, sample: 'epoch', promptText: 'input', response: 'output.choices.0.message.content', answer: `${score}.answer`, target: 'target',
  };
}

/** The first scorer: of the results, else of the first sample. null in logs from before there were several. */
function scorerOf(document: JsonObject): string | null {
  const name = valueAt(document, 'results.scores.0.name') ?? valueAt(document, 'results.scorer.name') ?? valueAt(document, 'eval.scorers.0.name');
  const first = valueAt(document, 'samples.0');
  if (isObject(first)) return scorerOfSample(first) ?? (typeof name === 'string' && !('score' in first) ? name : null);
  return typeof name === 'string' ? name : null;
}

function scorerOfSample(sample: JsonObject): string | null {
  const scores = sample['scores'];
  return isObject(scores) ? (Object.keys(scores)[0] ?? null) : null;
}
