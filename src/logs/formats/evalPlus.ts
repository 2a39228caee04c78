import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import { isObject } from '../isObject';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { RecordView } from '../scan/recordView';
import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import type { Detection, FieldMap, JsonObject, JsonValue, LogFormat, LogHead, RecordReader, SampleTexts } from './logFormat';
import { valueAt } from './valueAt';
import { t } from '../../texts/t';

const STATUSES = ['plus_status', 'base_status', 'status'];

/**
 * EvalPlus and BigCodeBench `*_eval_results.json`: one document; `eval` has a list of solutions for each task. The verdict
 * "plus_status" asks for the base tests and the extra tests, as the harness does; "base_status" for the base tests alone.
 * Files up to EvalPlus 0.2 keep two lists, `base` and `plus`, a task.
 */
export const evalPlus: LogFormat = {
  name: 'evalplus',
  title: t`EvalPlus / BigCodeBench results`,
  recognisedBy: 'one document with eval: {task: [{base_status, plus_status} or {status}]}',

  detect({ document }: LogHead): Detection | null {
    const tasks: JsonValue | undefined = document?.['eval'];
    const first = isObject(tasks) ? Object.values(tasks)[0] : undefined;
    const solution = isList(first) ? (first[0] as JsonValue | undefined) : undefined;
    if (isObject(solution)) {
      const verdict = hasValue(solution, 'plus_status') ? 'plus_status' : 'base_status' in solution ? 'base_status' : 'status' in solution ? 'status' : null;
      return verdict === null ? null : { confidence: 0.97, records: 'eval.*', fields: { prompt: '$key', verdict, response: 'solution' }, verdicts: STATUSES.filter((name) => hasValue(solution, name)) };
    }
    if (!isObject(first) || !('nfiles' in first) || !isList(first['base'])) return null;
    const hasPlus = isList(first['plus']) && first['plus'].length > 0;
    return { confidence: 0.97, records: 'eval.*', fields: { prompt: '$key', verdict: hasPlus ? 'plus' : 'base' }, verdicts: hasPlus ? ['plus', 'base'] : ['base'] };
  },

  about(document: JsonObject, { verdict }: FieldMap, sink): void {
    const path = verdict?.startsWith('base') === true ? 'base' : 'plus';
    const value = valueAt(document, `pass_at_k.${path}.pass@1`);
    if (typeof value === 'number') sink.figure?.({ name: `pass_at_k.${path}.pass@1`, value, of: 'verdicts' });
  },

  reader: (fields: FieldMap) => new EvalPlusReader(fields),
};

class EvalPlusReader implements RecordReader {
  readonly paths = ['value', 'base', 'plus'];
  readonly #verdict: string;
  readonly #draft: SampleDraft = emptyDraft();
  readonly #fields: FieldMap;

  constructor(fields: FieldMap) {
    this.#fields = fields;
    this.#verdict = fields.verdict ?? 'plus_status';
  }

  read(record: RecordView, sink: RecordSink): void {
    const statuses = record.kind(0) === 'array' ? this.#solutionStatuses(record.json(0)) : this.#oldStatuses(record);
    if (record.key === null || statuses === null) {
      sink.malformed(t`no list of solutions with "${this.#verdict}"`);
      return;
    }
    this.#draft.promptId = record.key;
    statuses.forEach((status, element) => {
      const { verdict } = readVerdict(status, DEFAULT_THRESHOLD);
      this.#draft.element = element;
      this.#draft.verdict = verdict === 'unscored' ? 'errored' : verdict;
      sink.sample(this.#draft);
    });
  }

  texts(record: JsonObject, element: number): SampleTexts {
    const solution = valueAt(record, `value.${element}.${this.#fields.response ?? 'solution'}`);
    return { prompt: null, response: typeof solution === 'string' ? solution : null, answer: null, target: null };
  }

  #solutionStatuses(list: JsonValue | undefined): JsonValue[] | null {
    if (!isList(list)) return null;
    return list.map((solution: JsonValue) => {
      if (!isObject(solution)) return null;
      return this.#verdict === 'plus_status' ? both(solution['base_status'], solution['plus_status']) : (valueAt(solution, this.#verdict) ?? null);
    });
  }

  /** {"nfiles": 1, "base": [["success", [1, 1]]], "plus": [["failed", [1, 0]]]} */
  #oldStatuses(record: RecordView): JsonValue[] | null {
    const base = record.json(1);
    const plus = record.json(2);
    if (!isList(base)) return null;
    const status = (list: JsonValue | undefined, at: number): JsonValue => {
      const entry: JsonValue | undefined = isList(list) ? list[at] : undefined;
      return isList(entry) ? (entry[0] ?? null) : null;
    };
    return base.map((_, at) => (this.#verdict === 'plus' ? both(status(base, at), status(plus, at)) : status(base, at)));
  }
}

/** Passing the extra tests counts only together with the base tests. */
function both(base: JsonValue | undefined, plus: JsonValue | undefined): JsonValue {
  const first = readVerdict(base ?? null, DEFAULT_THRESHOLD).verdict;
  return first === 'correct' ? (plus ?? null) : (base ?? null);
}

function hasValue(object: JsonObject, name: string): boolean {
  return object[name] !== undefined && object[name] !== null;
}
