import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import { isObject } from '../isObject';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { FieldReader } from './fieldReader';
import { haveAll } from './haveAll';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

/**
 * bigcode-evaluation-harness: a flat array of attempts with `result`; or the logs of Hugging Face's code_eval, one document
 * of {task: [[completion_id, {passed, result}]]}.
 */
export const bigCode: LogFormat = {
  name: 'bigcode',
  title: t`BigCode evaluation harness results`,
  recognisedBy: 'task_id, model_output, result and attempt; or one document of {task: [[n, {passed}]]}',

  detect({ document, records }: LogHead): Detection | null {
    if (haveAll(records, 'task_id', 'model_output', 'result', 'attempt')) {
      return { confidence: 0.95, fields: { prompt: 'task_id', verdict: 'result', sample: 'attempt', promptText: 'prompt', response: 'model_output', answer: 'failed_reason' } };
    }
    const first = document === null ? undefined : Object.values(document)[0];
    const pair: JsonValue | undefined = isList(first) ? first[0] : undefined;
    const outcome: JsonValue | undefined = isList(pair) ? pair[1] : undefined;
    if (!isObject(outcome) || !('passed' in outcome)) return null;
    return { confidence: 0.95, records: '*', fields: { prompt: '$key', verdict: 'passed', response: 'code', answer: 'result' } };
  },

  reader: (fields: FieldMap, fileName: string): RecordReader =>
    fields.prompt === '$key' ? new CodeEvalReader(fields) : new FieldReader(fields, { fileName, answersAreNotes: true }),
};

class CodeEvalReader implements RecordReader {
  readonly paths = ['value'];
  readonly #draft: SampleDraft = emptyDraft();
  readonly #fields: FieldMap;

  constructor(fields: FieldMap) {
    this.#fields = fields;
  }

  read(record: RecordView, sink: RecordSink): void {
    const list = record.json(0);
    if (record.key === null || !isList(list)) {
      sink.malformed(t`no list of completions`);
      return;
    }
    this.#draft.promptId = record.key;
    list.forEach((pair: JsonValue, element: number) => {
      const [completion, outcome]: readonly JsonValue[] = isList(pair) ? pair : [];
      const { verdict } = readVerdict(valueAt(outcome, this.#fields.verdict ?? 'passed'), DEFAULT_THRESHOLD);
      this.#draft.element = element;
      this.#draft.sampleIndex = typeof completion === 'number' && Number.isInteger(completion) && completion >= 0 ? completion : -1;
      this.#draft.verdict = verdict === 'unscored' ? 'errored' : verdict;
      sink.sample(this.#draft);
    });
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const text = (path: string | undefined): string | null => {
      const value = path === undefined ? undefined : valueAt(record, `value.${element}.1.${path}`);
      return typeof value === 'string' ? value : null;
    };
    return { prompt: null, response: text(this.#fields.response), answer: text(this.#fields.answer), target: null };
  }
}
