import { passAtK } from '../../core/counts/passAtK';
import { emptyDraft } from '../emptyDraft';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { FieldReader } from './fieldReader';
import { lightEvalMetric } from './lightEvalMetric';
import type { FieldMap, JsonObject, RecordReader, SampleTexts } from './logFormat';
import { scorePath } from './scorePath';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

/** Metrics are means of doubles. */
const TOLERANCE = 1e-9;
const MOST_SAMPLES = 1 << 16;

/**
 * Reads a document of lighteval's. With one sample its metric is the verdict. With n, a rate over them gives c, the number that is correct, where
 * one c alone gives that rate; with c = 0 or c = n that is the verdict on each.
 */
export class LightEvalReader implements RecordReader {
  readonly #wanted = new WantedPaths();
  readonly #one: FieldReader;
  readonly #metric: string;
  readonly #k: number | null;
  readonly #n: number | null;
  readonly #value: number;
  readonly #prompt: number;
  readonly #promptText: number;
  readonly #category: number;
  readonly #responses: number;
  readonly #draft: SampleDraft = { ...emptyDraft(), lengthUnit: 'bytes' };

  constructor(fields: FieldMap, fileName: string) {
    this.#one = new FieldReader(fields, { fileName, wanted: this.#wanted });
    const { path, threshold } = scorePath(fields.verdict ?? '');
    this.#metric = path.replace(/^metrics?\./, '').replaceAll('\\.', '.');
    // Who gives a threshold reads the metric as a score.
    const { k, n } = threshold === null ? lightEvalMetric(this.#metric) : { k: null, n: null };
    this.#k = k;
    this.#n = n !== null && n <= MOST_SAMPLES ? n : null;
    this.#value = this.#wanted.add(path);
    this.#prompt = this.#wanted.add(fields.prompt);
    this.#promptText = this.#wanted.add(fields.promptText);
    this.#category = this.#wanted.add(fields.category);
    this.#responses = this.#wanted.add(fields.response?.replace(/\.(\d+|\*)$/, ''));
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  read(record: RecordView, sink: RecordSink): void {
    const sizes = this.#responses < 0 ? null : record.elementSizes(this.#responses);
    const n = this.#n ?? sizes?.length ?? 1;
    const id = this.#prompt < 0 ? null : record.text(this.#prompt);
    const promptId = id ?? (this.#promptText < 0 ? null : record.digest(this.#promptText));
    if (n < 2 || promptId === null) {
      this.#one.read(record, sink);
      return;
    }
    if (this.#k === null) {
      sink.note(t`"${this.#metric}" is one verdict for the several responses to a document, so n is 1 here: pass@k cannot be estimated from this metric.`);
      this.#one.read(record, sink);
      return;
    }
    const value = record.number(this.#value);
    const c = correctOf(value, n, this.#k);
    const draft = this.#draft;
    draft.promptId = promptId;
    draft.promptMark = id === null || this.#promptText < 0 ? 0 : record.mark(this.#promptText);
    draft.category = this.#category < 0 ? null : record.text(this.#category);
    if (c !== null && c > 0 && c < n) {
      sink.note(t`"${this.#metric}" tells how many of ${n} responses to a document are correct, not which: these documents are read as counts, without their responses.`);
      sink.promptFacts({ promptId, run: '', n, c, passRate: null, agreement: null, promptGrad: null, summary: null });
      sink.textsOf(promptId, '');
      return;
    }
    draft.verdict = c === null ? 'errored' : c === n ? 'correct' : 'wrong';
    draft.score = c === null ? value : c / n;
    if (c === null) sink.tally(t`From "${this.#metric}" it does not follow how many of ${n} responses to a document are correct: they are unknown, and the document counts as one errored sample.`);
    for (let element = 0; element < (c === null ? 1 : n); element++) {
      draft.element = element;
      draft.length = sizes?.[element] ?? NaN;
      sink.sample(draft);
    }
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return this.#one.texts(record, element);
  }
}

/** The one c for which n samples give this pass@k; null where none does, or several do. */
function correctOf(value: number, n: number, k: number): number | null {
  if (!(k >= 1 && k <= n)) return null;
  const near = (c: number): boolean => c >= 0 && c <= n && Math.abs(passAtK(n, c, k) - value) < TOLERANCE;
  if (k === 1) return near(Math.round(value * n)) ? Math.round(value * n) : null;
  let low = 0;
  for (let high = n; low < high; ) {
    const middle = (low + high) >> 1;
    if (passAtK(n, middle, k) < value - TOLERANCE) low = middle + 1;
    else high = middle;
  }
  return near(low) && !near(low + 1) ? low : null;
}
