import { emptyDraft } from '../emptyDraft';
import { isList } from '../isList';
import type { RecordSink, SampleDraft } from '../recordSink';
import type { PlainFields } from '../scan/plainFields';
import type { RecordView } from '../scan/recordView';
import { agreement, DEFAULT_THRESHOLD, readVerdict, scoreVerdict, type VerdictReading } from '../verdicts';
import { fieldTexts } from './fieldTexts';
import { listPath } from './listPath';
import type { FieldMap, JsonObject, JsonValue, RecordReader, SampleTexts } from './logFormat';
import { SampleExtras } from './sampleExtras';
import { scorePath } from './scorePath';
import { valueAt } from './valueAt';
import { WantedPaths } from './wantedPaths';
import { t } from '../../texts/t';

export interface FieldReaderOptions {
  readonly fileName: string;
  /** An array in the verdict field is a list of samples (true, the default), no verdict (false), or parts of one score ("sum"). */
  readonly lists?: boolean | 'sum';
  /** A record without the verdict field is a sample that errored; by default it is malformed. */
  readonly missingVerdict?: 'errored';
  /** The path of what went wrong; a sample that has something there errored, whatever its verdict. */
  readonly error?: string;
  /** Where the paths are numbered, shared with another reader of the same records. */
  readonly wanted?: WantedPaths;
  /** Used where the fields give none. */
  readonly threshold?: number;
  /** What the answer's field holds is worth reading, but no answer that a majority could vote on, such as what the tests said. */
  readonly answersAreNotes?: boolean;
}

const NO_VECTOR = new Float64Array(0);

/**
 * Reads samples, lists of samples and counts by a field map alone. Most formats are a detection and this.
 * Fields that are no paths: "$line" (the record's line, from 1), "$key" (its member name inside a document),
 * "$fileNumber" (the last number in the file's name), "$fileName". "list.*" in `n` is how many elements the list has. "a+b" in `run` joins two fields. "field=value" in `filter` passes over other records.
 */
export class FieldReader implements RecordReader {
  readonly #wanted: WantedPaths;
  readonly #prompt: number;
  readonly #promptText: number;
  readonly #idIsText: boolean;
  readonly #run: readonly number[];
  readonly #sample: number;
  readonly #verdict: number;
  readonly #score: number;
  readonly #scoreGrad: number;
  readonly #n: number;
  readonly #c: number;
  readonly #filter: number;
  readonly #filterValue: string;
  readonly #threshold: number;
  readonly #thresholdGiven: boolean;
  /** What the verdict field is compared with; -1: with nothing. */
  readonly #expected: number;
  readonly #error: number;
  /** Where the verdict lies inside each element of the list; null when the verdict field names no list. */
  readonly #memberPath: string | null;
  readonly #verdictName: string;
  readonly #fileNumber: number;
  readonly #extras: SampleExtras;
  readonly #draft: SampleDraft = emptyDraft();
  /** Words that are no verdicts, the first five, to be named. */
  readonly #unknownWords = new Set<string>();
  readonly #fields: FieldMap;
  readonly #options: FieldReaderOptions;

  constructor(fields: FieldMap, options: FieldReaderOptions) {
    this.#fields = fields;
    this.#options = options;
    this.#wanted = options.wanted ?? new WantedPaths();
    const wanted = this.#wanted;
    const { path, threshold, expected } = scorePath(fields.verdict ?? '');
    const list = listPath(path);
    const filter = /^(.+?)=(.*)$/.exec(fields.filter ?? '');
    this.#verdictName = path;
    this.#memberPath = list === null ? null : list.member;
    this.#verdict = wanted.add(list === null ? path : list.list);
    this.#threshold = threshold ?? options.threshold ?? DEFAULT_THRESHOLD;
    this.#thresholdGiven = threshold !== null;
    this.#expected = wanted.add(expected ?? undefined);
    this.#error = wanted.add(options.error);
    this.#prompt = this.#addPath(fields.prompt);
    this.#promptText = this.#addPath(fields.promptText);
    this.#idIsText = this.#prompt < 0 && !isPseudo(fields.prompt);
    this.#run = isPseudo(fields.run) || fields.run === undefined ? [] : fields.run.split('+').map((path) => wanted.add(path));
    this.#sample = this.#addPath(fields.sample);
    this.#score = fields.score === fields.verdict ? -1 : this.#addPath(fields.score);
    this.#scoreGrad = this.#addPath(fields.scoreGrad);
    this.#n = this.#addPath(listPath(fields.n ?? '')?.list ?? fields.n);
    this.#c = this.#addPath(fields.c);
    this.#extras = new SampleExtras(fields, wanted, options.answersAreNotes !== true);
    this.#filter = wanted.add(filter?.[1]);
    this.#filterValue = filter?.[2] ?? '';
    this.#fileNumber = Number(/(\d+)(?!.*\d)/.exec(options.fileName.replace(/\.[a-z]+[\w.-]*$/i, ''))?.[1] ?? -1);
  }

  get paths(): readonly string[] {
    return this.#wanted.paths;
  }

  get vectorPath(): number {
    return this.#scoreGrad;
  }

  get plain(): PlainFields | null {
    const { run, sample } = this.#fields;
    const isPlain = this.#prompt >= 0 && this.#verdict >= 0 && this.#memberPath === null && this.#expected < 0 && this.#error < 0 && this.#filter < 0 && this.#run.length <= 1
      && !isPseudo(run) && !isPseudo(sample) && this.#threshold > 0 && this.#threshold <= 1;
    if (!isPlain) return null;
    return {
      prompt: this.#prompt, run: this.#run[0] ?? -1, sample: this.#sample, verdict: this.#verdict, score: this.#score, promptText: this.#promptText,
      scoreGrad: this.#scoreGrad, otherwise: [-1, -1], ...this.#extras.plain,
    };
  }

  read(record: RecordView, sink: RecordSink): void {
    if (this.#filter >= 0 && filterText(record, this.#filter) !== this.#filterValue) return;
    const promptId = this.#promptIdOf(record);
    const hasVerdict = this.#verdict >= 0 && (record.kind(this.#verdict) !== 'missing' || this.#options.missingVerdict === 'errored');
    const hasCounts = this.#n >= 0 && this.#c >= 0 && (record.kind(this.#n) === 'number' || record.kind(this.#n) === 'array');
    if (promptId === null || (!hasVerdict && !hasCounts)) {
      this.#refuse(record, sink, promptId !== null, hasVerdict || hasCounts);
      return;
    }
    const draft = this.#draft;
    draft.promptId = promptId;
    draft.run = this.#runOf(record);
    if (!hasVerdict) {
      this.#readCounts(record, sink);
      return;
    }
    draft.sampleIndex = this.#fields.sample === '$fileNumber' ? this.#fileNumber : this.#sample < 0 ? -1 : wholeNumber(record.number(this.#sample));
    draft.element = 0;
    draft.promptMark = this.#idIsText || this.#promptText < 0 ? 0 : record.mark(this.#promptText);
    draft.scoreGrad = null;
    const kind = record.kind(this.#verdict);
    if ((kind === 'array' && (this.#options.lists ?? true) === true) || this.#memberPath !== null) {
      this.#readList(record, sink);
      return;
    }
    this.#extras.one(record, draft);
    if (this.#scoreGrad >= 0) draft.scoreGrad = vectorOf(record, this.#scoreGrad, sink);
    if (kind === 'array' && this.#options.lists === 'sum') {
      const sum = record.numbers(this.#verdict)?.reduce((total, score) => total + score, 0) ?? NaN;
      this.#give(scoreVerdict(sum, this.#threshold), sum, record, sink);
      return;
    }
    const verdict = kind === 'true' ? true : kind === 'false' ? false : record.json(this.#verdict);
    this.#give(this.#expected < 0 ? readVerdict(verdict, this.#threshold) : agreement(verdict, record.json(this.#expected)),
      this.#score < 0 ? NaN : record.number(this.#score), record, sink);
  }

  texts(record: JsonObject, element: number): SampleTexts {
    return fieldTexts(record, this.#fields, element);
  }

  #addPath(field: string | undefined): number {
    return isPseudo(field) ? -1 : this.#wanted.add(field);
  }

  #promptIdOf(record: RecordView): string | null {
    const field = this.#fields.prompt;
    if (field === '$line') return String(record.line);
    if (field === '$key') return record.key;
    if (this.#prompt >= 0) {
      const kind = record.kind(this.#prompt);
      if (kind === 'string' || kind === 'number') return record.text(this.#prompt);
      return kind === 'missing' || kind === 'null' ? null : record.digest(this.#prompt);
    }
    return this.#promptText < 0 || record.isNull(this.#promptText) ? null : record.digest(this.#promptText);
  }

  /** Several fields, "provider.id+promptIdx", are one name together. */
  #runOf(record: RecordView): string {
    if (this.#fields.run === '$fileName') return this.#options.fileName;
    const run = this.#run;
    return run.length === 1 ? (record.text(run[0] as number) ?? '') : run.map((path) => record.text(path) ?? '').join(' / ');
  }

  #readList(record: RecordView, sink: RecordSink): void {
    const list = record.json(this.#verdict);
    if (!isList(list)) {
      sink.malformed(t`"${this.#verdictName}" is not a list`);
      return;
    }
    const scores = this.#score < 0 ? undefined : record.json(this.#score);
    const expected = this.#expected < 0 ? undefined : record.json(this.#expected);
    const vectors = this.#scoreGrad < 0 ? undefined : record.json(this.#scoreGrad);
    this.#extras.list(record, this.#draft, this.#verdict, list);
    for (let element = 0; element < list.length; element++) {
      this.#extras.element(this.#draft, element, list.length);
      const item: JsonValue = list[element] ?? null;
      this.#draft.element = element;
      this.#draft.scoreGrad = listVector(vectors, element, sink);
      const score: JsonValue | undefined = isList(scores) ? scores[element] : undefined;
      const value = this.#memberPath === null || this.#memberPath === '' ? item : valueAt(item, this.#memberPath);
      this.#give(this.#expected < 0 ? readVerdict(value, this.#threshold) : agreement(value, elementOrAll(expected, element)), typeof score === 'number' ? score : NaN, record, sink);
    }
  }

  #give(reading: VerdictReading, score: number, record: RecordView, sink: RecordSink): void {
    const draft = this.#draft;
    draft.score = Number.isNaN(score) ? reading.score : score;
    if (this.#error >= 0 && isSomething(record, this.#error)) draft.verdict = 'errored';
    else if (reading.verdict === 'unscored') {
      this.#noteUnscored(record, sink);
      draft.verdict = 'errored';
    } else draft.verdict = reading.verdict;
    if (!this.#thresholdGiven && reading.score !== 0 && reading.score !== 1 && !Number.isNaN(reading.score)) {
      sink.note(t`"${this.#verdictName}" holds scores, not only 0 and 1: ${this.#threshold} and above counts as correct.`);
    }
    sink.sample(draft);
  }

  #readCounts(record: RecordView, sink: RecordSink): void {
    const n = record.elementSizes(this.#n)?.length ?? record.number(this.#n);
    const c = record.number(this.#c);
    if (!Number.isInteger(n) || !Number.isInteger(c) || c < 0 || c > n || n > 0x7fffffff) {
      const { n: all = 'n', c: right = 'c' } = this.#fields;
      sink.malformed(t`"${all}" and "${right}" must be whole numbers with 0 <= ${right} <= ${all}`);
      return;
    }
    const { promptId, run } = this.#draft;
    sink.promptFacts({ promptId, run, n, c, passRate: null, agreement: null, promptGrad: null, summary: null });
    if (this.#promptText >= 0 && record.kind(this.#promptText) !== 'missing') sink.textsOf(promptId, run);
  }

  #refuse(record: RecordView, sink: RecordSink, hasPrompt: boolean, hasVerdict: boolean): void {
    const promptField = this.#fields.prompt ?? this.#fields.promptText ?? 'prompt';
    const verdictField = this.#verdictName === '' ? (this.#fields.c ?? 'verdict') : this.#verdictName;
    if (record.key !== null) sink.note(t`Member ${JSON.stringify(record.key.slice(0, 60))} of the document holds no "${verdictField}" and is left out.`);
    else if (hasPrompt) sink.malformed(t`no verdict: "${verdictField}" is missing`);
    else if (hasVerdict) sink.malformed(t`no prompt: "${promptField}" is missing or null`);
    else if (record.line === 1) sink.note(t`Line 1 holds no sample (it has neither "${promptField}" nor "${verdictField}") and is taken for a header.`);
    else sink.malformed(t`no sample: neither "${promptField}" nor "${verdictField}" is there`);
  }

  #noteUnscored(record: RecordView, sink: RecordSink): void {
    if (record.kind(this.#verdict) === 'array' && this.#options.lists === false) {
      sink.tally(t`"${this.#verdictName}" holds lists, as metrics of a whole corpus do; they are no verdicts on single samples, so the samples count as errored.`);
      return;
    }
    const word = record.string(this.#verdict);
    if (word === null || word === '' || (this.#unknownWords.size >= 5 && !this.#unknownWords.has(word))) {
      sink.tally(t`Where "${this.#verdictName}" is empty or says nothing that is a verdict, the sample counts as errored.`);
      return;
    }
    this.#unknownWords.add(word);
    sink.tally(t`"${this.#verdictName}" says ${JSON.stringify(word.slice(0, 60))}, which is no known verdict; such samples count as errored.`);
  }
}

/** What "field=value" compares; "" for a field that is not there, null for one that is a structure. */
function filterText(record: RecordView, path: number): string | null {
  const kind = record.kind(path);
  return kind === 'missing' || kind === 'null' ? '' : kind === 'true' || kind === 'false' ? kind : record.text(path);
}

function isPseudo(field: string | undefined): boolean {
  return field !== undefined && field.startsWith('$');
}

/** Of a list, its element; anything else holds for all elements. */
function elementOrAll(value: JsonValue | undefined, element: number): JsonValue | undefined {
  return isList(value) ? value[element] : value;
}

function isSomething(record: RecordView, path: number): boolean {
  const kind = record.kind(path);
  return kind === 'string' ? record.string(path) !== '' : kind === 'object' || kind === 'array' || kind === 'true' || kind === 'number';
}

function wholeNumber(value: number): number {
  return Number.isInteger(value) && value >= 0 && value <= 0x7fffffff ? value : -1;
}

function vectorOf(record: RecordView, path: number, sink: RecordSink): Float64Array | null {
  if (record.kind(path) !== 'array') return null;
  return sink.wantsGradients ? record.numbers(path) : NO_VECTOR;
}

function listVector(vectors: JsonValue | undefined, element: number, sink: RecordSink): Float64Array | null {
  const vector: JsonValue | undefined = isList(vectors) ? vectors[element] : undefined;
  if (!isList(vector)) return null;
  return sink.wantsGradients ? Float64Array.from(vector, (value: JsonValue) => (typeof value === 'number' ? value : NaN)) : NO_VECTOR;
}
