import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/**
 * OpenAI evals event log: a header, a final report, and events, of which those of type "match" hold a verdict; several matches of one sample_id
 * are its samples. What was asked and said stands in the events of type "sampling". An event of type "error" is a sample
 * that errored. Events of other types (metrics, …) are passed over.
 */
export const openaiEvals: LogFormat = {
  name: 'openai-evals',
  title: t`OpenAI evals events`,
  recognisedBy: 'events with run_id, event_id, sample_id, type and data',

  detect({ records }: LogHead): Detection | null {
    const events = records.filter((record) => ['run_id', 'event_id', 'sample_id', 'type', 'data'].every((name) => name in record));
    const isHeader = records[0] !== undefined && 'spec' in records[0];
    if (events.length === 0 || events.length + 3 < records.length) return null;
    return {
      confidence: isHeader ? 0.98 : 0.95,
      fields: { prompt: 'sample_id', verdict: 'data.correct', filter: 'type=match', promptText: 'data.prompt', response: 'data.sampled', answer: 'data.picked', target: 'data.expected' },
    };
  },

  reader: (fields: FieldMap, fileName: string) => new EventReader(fields, fileName),
};

class EventReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #verdicts: FieldReader;
  readonly #type: number;
  readonly #sample: number;
  readonly #accuracy: number;
  readonly #errored: SampleDraft = { ...emptyDraft(), verdict: 'errored' };

  constructor(fields: FieldMap, fileName: string) {
    this.#verdicts = new FieldReader(fields, { fileName, wanted: this.#wanted });
    this.#type = this.#wanted.add('type');
    this.#sample = this.#wanted.add(fields.prompt ?? 'sample_id');
    this.#accuracy = this.#wanted.add('final_report.accuracy');
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    const type = record.string(this.#type);
    const sample = type === 'sampling' || type === 'error' ? record.text(this.#sample) : null;
    if (sample !== null && type === 'sampling') sink.textsOf(sample, '');
    else if (sample !== null) {
      this.#errored.promptId = sample;
      sink.sample(this.#errored);
    }
    const accuracy = record.number(this.#accuracy);
    if (!Number.isNaN(accuracy)) sink.figure?.({ name: 'final_report.accuracy', value: accuracy, of: 'verdicts' });
    this.#verdicts.read(record, sink);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const texts = this.#verdicts.texts(record, element);
    const said = valueAt(record, 'data.sampled');
    // Events of sampling list what was said, mostly one text.
    return isList(said) && said.every((each) => typeof each === 'string') ? { ...texts, response: said.join('\n\n') } : texts;
  }
}
