import type { PromptSummary, RecordSink } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import type { FieldMap, JsonObject, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { valueText } from './valueText';
import type { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/** Reads records of whole prompts (DESIGN.md 3): counts or an exact rate, a gradient, sufficient statistics, an agreement. */
export class PromptRecordReader implements RecordReader {
  readonly #wanted: WantedPaths;
  readonly #prompt: number;
  readonly #run: number;
  readonly #n: number;
  readonly #c: number;
  readonly #passRate: number;
  readonly #agreement: number;
  readonly #promptGrad: number;
  readonly #sumCorrect: number;
  readonly #sumWrong: number;
  readonly #squaresCorrect: number;
  readonly #squaresWrong: number;
  readonly #promptText: number;
  readonly #fields: FieldMap;

  /** @param wanted where the paths are numbered, shared with another reader of the same records */
  constructor(fields: FieldMap, wanted: WantedPaths) {
    this.#fields = fields;
    this.#wanted = wanted;
    this.#prompt = this.#wanted.add(fields.prompt ?? 'prompt_id');
    this.#run = this.#wanted.add(fields.run);
    this.#n = this.#wanted.add(fields.n);
    this.#c = this.#wanted.add(fields.c);
    this.#passRate = this.#wanted.add(fields.passRate);
    this.#agreement = this.#wanted.add(fields.agreement);
    this.#promptGrad = this.#wanted.add(fields.promptGrad);
    this.#sumCorrect = this.#wanted.add('S_correct');
    this.#sumWrong = this.#wanted.add('S_wrong');
    this.#squaresCorrect = this.#wanted.add('Q_correct');
    this.#squaresWrong = this.#wanted.add('Q_wrong');
    this.#promptText = this.#wanted.add(fields.promptText);
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    const promptId = record.text(this.#prompt);
    if (promptId === null) {
      sink.malformed(t`no prompt: "${this.#fields.prompt ?? 'prompt_id'}" is missing, null, or neither text nor a number`);
      return;
    }
    let n = wholeNumber(record, this.#n);
    let c = wholeNumber(record, this.#c);
    let passRate = finite(record, this.#passRate);
    if (passRate !== null && (passRate < 0 || passRate > 1)) {
      sink.malformed(t`"${this.#fields.passRate ?? 'pass_rate'}" is ${passRate}; a pass rate lies between 0 and 1`);
      return;
    }
    if (n !== null && c !== null && c > n) {
      sink.malformed(t`"${this.#fields.c ?? 'c'}" is ${c}, more than "${this.#fields.n ?? 'n'}", ${n}`);
      return;
    }
    // A rate out of n samples is a count in other words.
    if (n !== null && c === null && passRate !== null && Math.abs(passRate * n - Math.round(passRate * n)) < 1e-6) c = Math.round(passRate * n);
    if (n !== null && c !== null && n > 0) passRate = null;
    if (c === null) n = null;
    const agreement = finite(record, this.#agreement);
    const promptGrad = this.#promptGrad < 0 ? null : record.numbers(this.#promptGrad);
    const summary = this.#summaryOf(record);
    if (n === null && passRate === null && agreement === null && promptGrad === null && summary === null) {
      sink.malformed(t`no counts, pass rate, gradient, summary or agreement`);
      return;
    }
    const run = this.#run < 0 ? '' : (record.text(this.#run) ?? '');
    sink.promptFacts({ promptId, run, n, c, passRate, agreement, promptGrad, summary });
    if (this.#promptText >= 0 && record.kind(this.#promptText) !== 'missing') sink.textsOf(promptId, run);
  }

  texts(record: JsonObject): SampleTexts {
    return { prompt: valueText(valueAt(record, this.#fields.promptText ?? 'prompt')), response: null, answer: null, target: null };
  }

  #summaryOf(record: RecordView): PromptSummary | null {
    const sumCorrect = record.numbers(this.#sumCorrect);
    const sumWrong = record.numbers(this.#sumWrong);
    if (sumCorrect === null || sumWrong === null) return null;
    return { sumCorrect, sumWrong, squaresCorrect: record.number(this.#squaresCorrect), squaresWrong: record.number(this.#squaresWrong) };
  }
}

function finite(record: RecordView, path: number): number | null {
  if (path < 0 || record.kind(path) !== 'number') return null;
  const value = record.number(path);
  return Number.isFinite(value) ? value : null;
}

function wholeNumber(record: RecordView, path: number): number | null {
  const value = finite(record, path);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= 0x7fffffff ? value : null;
}
