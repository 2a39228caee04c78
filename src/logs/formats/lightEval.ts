import { isList } from '../isList';
import { isObject } from '../isObject';
import { pathOf } from '../scan/pathTrie';
import { fieldsOf } from './fieldsOf';
import { LightEvalReader } from './lightEvalReader';
import { lightEvalMetric } from './lightEvalMetric';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

/**
 * lighteval's `details_*.parquet`: one row a document. Of several samples a document lighteval keeps the texts, and only metrics over all of
 * them; a pass@k or an average over n samples tells how many are correct. Logs from before July 2025 name the same things otherwise.
 */
export const lightEval: LogFormat = {
  name: 'lighteval',
  title: t`lighteval details`,
  recognisedBy: 'doc.id, model_response and a metric with one entry or more; before July 2025 full_prompt, predictions and metrics',

  detect({ records }: LogHead): Detection | null {
    const [first] = records;
    if (!first) return null;
    if (isObject(first['doc']) && 'id' in first['doc'] && isObject(first['model_response'])) {
      return detection(first, 'metric', { prompt: 'doc.id', promptText: 'doc.query', target: 'doc.choices', category: 'doc.task_name' }, ['model_response', 'text']);
    }
    if (!('full_prompt' in first) || !isList(first['predictions'])) return null;
    const nested = isList(first['predictions'][0]) ? ['predictions', '0'] : ['predictions'];
    return detection(first, 'metrics', { promptText: 'full_prompt', target: 'gold' in first ? 'gold' : undefined }, nested);
  },

  reader: (fields: FieldMap, fileName: string) => new LightEvalReader(fields, fileName),
};

/** The metric that says most of single samples is taken: of the rates over samples the one over most, else the first. */
function detection(first: JsonObject, parent: string, fields: Readonly<Record<string, string | undefined>>, responses: readonly string[]): Detection | null {
  const metrics = first[parent];
  if (!isObject(metrics)) return null;
  const names = Object.keys(metrics);
  const samples = (name: string): number => {
    const { k, n } = lightEvalMetric(name);
    return k === 1 ? (n ?? 1) : 0;
  };
  const [metric] = [...names].sort((one, other) => samples(other) - samples(one));
  if (metric === undefined) return null;
  const texts = valueAt(first, pathOf(responses));
  const response = pathOf([...responses, isList(texts) && texts.length > 1 ? '*' : '0']);
  return { confidence: 0.97, fields: fieldsOf({ ...fields, verdict: pathOf([parent, metric]), response }), verdicts: names.map((name) => pathOf([parent, name])) };
}
