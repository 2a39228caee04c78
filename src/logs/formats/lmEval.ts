import { isList } from '../isList';
import { lmEvalTask } from '../lmEvalTask';
import type { RecordSink } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { readVerdict, DEFAULT_THRESHOLD } from '../verdicts';
import { FieldReader } from './fieldReader';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { t } from '../../texts/t';

/** Metrics of single answers, in the order in which lm-evaluation-harness's tasks prefer them. */
const METRICS = ['exact_match', 'acc', 'pass@1', 'pass_at_1', 'acc_norm', 'prompt_level_strict_acc', 'em', 'f1'];
const NOT_METRICS = new Set(['doc_id', 'doc', 'target', 'arguments', 'resps', 'filtered_resps', 'filter', 'metrics', 'doc_hash', 'prompt_hash', 'target_hash']);

/** Metrics that measure errors: the less, the better. */
const ERRORS = /^(mae|mse|rmse|wer|cer|ter|perplexity|word_perplexity|byte_perplexity|bits_per_byte|brier_score|likelihood_diff)$/;

/**
 * lm-evaluation-harness `samples_*.jsonl`. A document is written once per filter; those are readings of one answer, not
 * samples, so one filter is read: the first, unless the fields name another.
 */
export const lmEval: LogFormat = {
  name: 'lm-eval',
  title: t`lm-evaluation-harness samples`,
  recognisedBy: 'doc_id, doc, resps and filtered_resps in each record',

  detect({ records }: LogHead): Detection | null {
    const [first] = records;
    if (first === undefined || !['doc_id', 'doc', 'resps', 'filtered_resps'].every((name) => name in first)) return null;
    const verdict = verdictField(records);
    if (verdict === null) return null;
    const filter = first['filter'];
    return {
      confidence: 0.98,
      fields: {
        prompt: 'doc_id',
        verdict,
        ...(typeof filter === 'string' ? { filter: `filter=${filter}` } : {}),
        ...('arguments' in first ? { promptText: promptTextField(first) } : {}),
        response: 'resps.0.0',
        answer: isList(first['filtered_resps']) ? 'filtered_resps.0' : 'filtered_resps',
        target: 'target',
      },
    };
  },

  scope: lmEvalTask,

  reader: (fields: FieldMap, fileName: string) => new LmEvalReader(fields, fileName),
};

class LmEvalReader implements RecordReader {
  readonly paths: readonly string[];
  readonly #verdicts: FieldReader;
  readonly #secondResponse: number;
  /** -1: prompts are told apart by their lines, and none comes again. */
  readonly #prompt: number;
  /** The verdict's field, where it measures an error and nobody said otherwise; null: it is a verdict. */
  readonly #error: string | null;
  #id: string | null = null;
  #first: string | null = null;
  #records = 0;
  #watched: { readonly sink: RecordSink; readonly watched: RecordSink } | null = null;

  constructor(fields: FieldMap, fileName: string) {
    this.#verdicts = new FieldReader(fields, { fileName, lists: false });
    this.#secondResponse = this.#verdicts.paths.length;
    this.paths = [...this.#verdicts.paths, 'resps.0.1'];
    this.#prompt = this.#verdicts.paths.indexOf(fields.prompt ?? 'doc_id');
    this.#error = ERRORS.test(fields.verdict ?? '') ? (fields.verdict ?? null) : null;
  }

  read(record: RecordView, sink: RecordSink): void {
    // Choices of a multiple-choice question are lists of their own in `resps`; a second text in the first is a repeat.
    if (record.kind(this.#secondResponse) === 'string') {
      sink.note(t`The run sampled several responses a document, but the log holds one verdict for all of them, so n is 1 here: pass@k cannot be estimated from this log.`);
    }
    this.#id = this.#prompt < 0 ? null : record.text(this.#prompt);
    if (this.#watched?.sink !== sink) this.#watched = { sink, watched: this.#watch(sink) };
    this.#verdicts.read(record, this.#watched.watched);
  }

  /** The sink, which hears of documents that come again and of metrics that are no verdict. */
  #watch(sink: RecordSink): RecordSink {
    const error = this.#error;
    return {
      ...sink,
      note: (sentence) => { if (error === null) sink.note(sentence); },
      sample: (draft) => {
        if (this.#records++ === 0) this.#first = this.#id;
        else if (this.#id !== null && this.#id === this.#first) sink.note(t`The first document comes again: another run was appended to this file, and its samples are counted beside the first's.`);
        if (error === null) return sink.sample(draft);
        sink.tally(t`"${error}" measures an error, of which less is better: it is no verdict, and the sample counts as errored.`);
        sink.sample({ ...draft, verdict: 'errored' });
      },
    };
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return this.#verdicts.texts(record, element);
  }
}

/** The first metric that is a verdict on every answer; else the first that is a score; else the first there is. */
function verdictField(records: readonly JsonObject[]): string | null {
  const first = records[0] as JsonObject;
  const named = isList(first['metrics']) ? first['metrics'].filter((name) => typeof name === 'string') : [];
  const others = Object.keys(first).filter((name) => !NOT_METRICS.has(name));
  const candidates = [...named, ...METRICS.filter((name) => name in first), ...others];
  const all = (suits: (value: JsonValue) => boolean) => (name: string): boolean =>
    records.every((record) => !Object.hasOwn(record, name) || suits(record[name] ?? null));
  return candidates.find(all(isPlain)) ?? candidates.find(all(isReadable)) ?? candidates[0] ?? null;
}

function isReadable(value: JsonValue): boolean {
  return readVerdict(value, DEFAULT_THRESHOLD).verdict !== 'unscored';
}

function isPlain(value: JsonValue): boolean {
  return isReadable(value) && (typeof value !== 'number' || value === 0 || value === 1);
}

/** New logs keep arguments as { gen_args_0: { arg_0 } }, old ones as [[prompt, settings]]. */
function promptTextField(record: JsonObject): string {
  return isList(record['arguments']) ? 'arguments.0.0' : 'arguments.gen_args_0.arg_0';
}
