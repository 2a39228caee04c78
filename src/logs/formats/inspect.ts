import { isList } from '../isList';
import { isObject } from '../isObject';
import type { RecordSink } from '../recordSink';
import { pathOf } from '../scan/pathTrie';
import type { RecordView } from '../scan/recordView';
import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { WantedPaths } from './wantedPaths';
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

  about: tellAbout,
  reader: (fields: FieldMap, fileName: string) => new InspectReader(fields, fileName),
};

/** Samples, and after those of an archive its head. */
class InspectReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #samples: FieldReader;
  readonly #head: readonly [status: number, results: number];
  readonly #id: number;

  constructor(readonly fields: FieldMap, fileName: string) {
    this.#samples = new FieldReader(fields, { fileName, missingVerdict: 'errored', error: 'error', wanted: this.#wanted });
    this.#head = [this.#wanted.add('status'), this.#wanted.add('results')];
    this.#id = this.#wanted.add(fields.prompt ?? 'id');
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    const [status, results] = this.#head;
    if (record.kind(this.#id) !== 'missing' || record.kind(status) !== 'string') this.#samples.read(record, sink);
    else tellAbout({ status: record.string(status), results: record.json(results) ?? null }, this.fields, sink);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const { prompt, response, answer, target } = this.#samples.texts(record, element);
    const whole = (text: string | null): string | null => text && withAttachments(text, record['attachments']);
    return { prompt: whole(prompt), response: whole(response), answer: whole(answer), target: whole(target) };
  }
}

/** Long texts stand once in a sample's attachments, and elsewhere their names. */
function withAttachments(text: string, attachments: JsonValue | undefined): string {
  return isObject(attachments) ? text.replace(/attachment:\/\/([\da-f]+)/g, (name, id: string) => { const whole = attachments[id]; return typeof whole === 'string' ? whole : name; }) : text;
}

/** How the run ended, and the mean that it gives for the scorer whose values are the verdicts. */
function tellAbout(document: JsonObject, { verdict }: FieldMap, sink: Pick<RecordSink, 'note' | 'figure'>): void {
  const status = document['status'];
  if (typeof status === 'string' && status !== 'success') sink.note(t`The run's status is "${status}": it did not come to its end, so that samples may be missing.`);
  const listed = valueAt(document, 'results.scores');
  const scores = isList(listed) ? listed : [{ name: 'score', metrics: valueAt(document, 'results.metrics') ?? null }];
  for (const score of scores) {
    const name = valueAt(score, 'name');
    const reducer = valueAt(score, 'reducer') ?? 'mean';
    if (typeof name !== 'string' || reducer !== 'mean' || (verdict !== pathOf(['scores', name, 'value']) && verdict !== `${name}.value`)) continue;
    for (const metric of ['accuracy', 'mean']) {
      const value = valueAt(score, `metrics.${metric}.value`);
      if (typeof value === 'number') sink.figure?.({ name: `${name}: ${metric}`, value, of: 'scores' });
    }
  }
}

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
