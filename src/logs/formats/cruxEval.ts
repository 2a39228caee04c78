import { isList } from '../isList';
import { isObject } from '../isObject';
import type { RecordSink } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/** CRUXEval results: one document with, for each task, its generations and, in a second place, a verdict for each of them. */
export const cruxEval: LogFormat = {
  name: 'cruxeval',
  title: t`CRUXEval results`,
  recognisedBy: 'one document with raw_generations and raw_scored_generations',

  detect({ document }: LogHead): Detection | null {
    if (document === null || !isObject(document['raw_generations'] ?? document['raw_scored_generations'])) return null;
    return { confidence: 0.97, records: '*.*', fields: { prompt: '$key', verdict: 'value', response: 'value' } };
  },

  reader: (fields: FieldMap, fileName: string) => new CruxReader(fields, fileName),
};

/** Members of both objects come by, all named by their task: lists of texts are generations, lists of true and false the verdicts on them. */
class CruxReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #verdicts: FieldReader;
  readonly #first: number;

  constructor({ response: _generations, ...fields }: FieldMap, fileName: string) {
    this.#verdicts = new FieldReader(fields, { fileName, wanted: this.#wanted });
    this.#first = this.#wanted.add('value.0');
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    if (record.key === null) return;
    const kind = record.kind(this.#first);
    if (kind === 'string') sink.textsOf(record.key, '');
    else if (kind !== 'missing') this.#verdicts.read(record, sink);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const list = record['value'];
    const generation = isList(list) ? list[element] : undefined;
    return { prompt: null, response: typeof generation === 'string' ? generation : null, answer: null, target: null };
  }
}
