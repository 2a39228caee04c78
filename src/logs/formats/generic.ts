import type { RecordSink } from '../recordSink';
import type { PlainFields } from '../scan/plainFields';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import { guessFields } from './guessFields';
import type { Detection, FieldMap, JsonObject, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { PromptRecordReader } from './promptRecordReader';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/** Records of no known harness: one sample a record, lists of samples, or counts, by field names that say what they are. */
export const generic: LogFormat = {
  name: 'generic',
  title: t`generic records`,
  recognisedBy: 'a prompt id or text, and a verdict (correct, passed, score, …), a list of verdicts, or counts n and c',
  detect: ({ records, document }: LogHead): Detection | null => {
    const guess = guessFields(records);
    // One object with a verdict somewhere inside is more likely a summary than a log of one record.
    return document !== null && guess?.fields.verdict?.includes('.') === true && !guess.fields.verdict.includes('*') ? null : guess;
  },
  about(document: JsonObject, _fields: FieldMap, sink): void {
    const accuracy = document['accuracy'];
    if (typeof accuracy === 'number' && accuracy <= 1) sink.figure?.({ name: 'accuracy', value: accuracy, of: 'verdicts' });
  },
  reader: (fields: FieldMap, fileName: string) => new GenericReader(fields, fileName),
};

/** Samples, and among them records of whole prompts, as a log writes them that sums its gradients up at the end. */
class GenericReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #samples: FieldReader;
  readonly #prompts: PromptRecordReader;
  readonly #marks: readonly [number, number];

  constructor(fields: FieldMap, fileName: string) {
    this.#samples = new FieldReader(fields, { fileName, wanted: this.#wanted });
    const ofPrompt = { n: 'n', c: 'c', passRate: 'pass_rate', agreement: 'agreement', promptGrad: 'prompt_grad' };
    const { prompt, run } = fields;
    this.#prompts = new PromptRecordReader({ ...ofPrompt, ...(prompt !== undefined && { prompt }), ...(run !== undefined && { run }) }, this.#wanted);
    this.#marks = [this.#wanted.add('S_correct'), this.#wanted.add('prompt_grad')];
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  get vectorPath(): number {
    return this.#samples.vectorPath;
  }

  get plain(): PlainFields | null {
    const { plain } = this.#samples;
    return plain && { ...plain, otherwise: this.#marks };
  }

  read(record: RecordView, sink: RecordSink): void {
    const isOfPrompt = this.#marks.some((path) => record.kind(path) === 'array');
    (isOfPrompt ? this.#prompts : this.#samples).read(record, sink);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return this.#samples.texts(record, element);
  }
}
