import type { RecordSink } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { t } from '../../texts/t';

/**
 * Berkeley function-calling leaderboard scores: a first line with the totals, then the failures only. The prompts that
 * passed are known by their number alone, and are entered under names of their own, so that the rates are right.
 */
export const bfcl: LogFormat = {
  name: 'bfcl',
  title: t`BFCL scores (failures only)`,
  recognisedBy: 'a first record with accuracy, correct_count and total_count, then records with id and valid',

  detect({ records }: LogHead): Detection | null {
    const first = records[0] as JsonObject;
    if (!['accuracy', 'correct_count', 'total_count'].every((name) => typeof first[name] === 'number')) return null;
    if (records.length > 1 && !records.slice(1).every((record) => 'id' in record && 'valid' in record)) return null;
    return { confidence: 0.96, fields: { prompt: 'id', verdict: 'valid', c: 'correct_count', promptText: 'prompt', response: 'model_result_raw', answer: 'model_result_decoded', target: 'possible_answer' } };
  },

  reader: (fields: FieldMap, fileName: string) => new BfclReader(fields, fileName),
};

class BfclReader implements RecordReader {
  readonly paths: readonly string[];
  readonly #failures: FieldReader;
  readonly #passed: number;
  readonly #accuracy: number;

  constructor(fields: FieldMap, fileName: string) {
    const { c, ...others } = fields;
    this.#failures = new FieldReader(others, { fileName });
    this.#passed = this.#failures.paths.length;
    this.#accuracy = this.#passed + 1;
    this.paths = [...this.#failures.paths, c ?? 'correct_count', 'accuracy'];
  }

  read(record: RecordView, sink: RecordSink): void {
    const passed = record.number(this.#passed);
    if (!Number.isInteger(passed) || passed < 0 || passed > 1e7) {
      this.#failures.read(record, sink);
      return;
    }
    const accuracy = record.number(this.#accuracy);
    if (!Number.isNaN(accuracy)) sink.figure?.({ name: 'accuracy', value: accuracy, of: 'verdicts' });
    for (let at = 1; at <= passed; at++) {
      sink.promptFacts({ promptId: `(passed, ${at})`, run: '', n: 1, c: 1, passRate: null, agreement: null, promptGrad: null, summary: null });
    }
    sink.note(t`The log holds the failures only; the ${passed} prompts that passed are known by number and are named "(passed, 1)" and so on.`);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return this.#failures.texts(record, element);
  }
}
