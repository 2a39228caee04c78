import { isList } from '../isList';
import { lengthUnitOf, type LengthUnit } from '../lengthUnit';
import type { SampleDraft } from '../recordSink';
import type { PlainFields } from '../scan/plainFields';
import type { RecordView } from '../scan/recordView';
import { textKey } from '../scan/textKey';
import { utf8Bytes } from '../scan/utf8Bytes';
import { jsonText } from './jsonText';
import { listPath, type ListPath } from './listPath';
import type { FieldMap, JsonValue } from './logFormat';
import { valueAt } from './valueAt';
import type { WantedPaths } from './wantedPaths';

/** A field beside the verdicts: its path's number, and where it lies in each element when the path goes through a list. */
interface Extra {
  readonly path: number;
  readonly list: ListPath | null;
}

/** What a record says of its samples beside verdict and score: answer, length of the response, category. None of it is needed to count. */
export class SampleExtras {
  readonly #answer: Extra | null;
  readonly #length: Extra | null;
  readonly #response: Extra | null;
  readonly #category: number;
  readonly #lengthUnit: LengthUnit;
  #lastPrompt = '';
  #lastRun = '';
  /** Of the list in hand. */
  #answers: JsonValue | undefined;
  #lengths: JsonValue | undefined;
  #responses: JsonValue | undefined;
  #sizes: number[] | null = null;

  /** @param compareAnswers false: what stands in the answer's field is no answer to vote on */
  constructor(fields: FieldMap, wanted: WantedPaths, compareAnswers: boolean) {
    const extra = (path: string | undefined): Extra | null => {
      if (path === undefined || path === '' || path.startsWith('$')) return null;
      const list = listPath(path);
      return { path: wanted.add(list === null ? path : list.list), list };
    };
    this.#answer = compareAnswers ? extra(fields.answer) : null;
    this.#length = extra(fields.length);
    this.#response = this.#length === null ? extra(fields.response) : null;
    this.#category = wanted.add(fields.category?.includes('*') === true ? undefined : fields.category);
    this.#lengthUnit = lengthUnitOf(fields.length ?? '');
  }

  /** The same for the scanner, of records that are one sample each. */
  get plain(): Pick<PlainFields, 'answer' | 'length' | 'response' | 'category' | 'lengthUnit'> {
    const pathOf = (extra: Extra | null): number => (extra === null || extra.list !== null ? -1 : extra.path);
    return {
      answer: pathOf(this.#answer), length: pathOf(this.#length), response: pathOf(this.#response), category: this.#category,
      lengthUnit: this.#length === null ? 'bytes' : this.#lengthUnit,
    };
  }

  /** Of a record that is one sample. */
  one(record: RecordView, draft: SampleDraft): void {
    this.#setCategory(record, draft);
    const answer = this.#answer;
    const length = this.#length;
    const response = this.#response;
    draft.answer = answer === null || answer.list !== null ? NaN : record.textKey(answer.path);
    draft.length = length !== null ? (length.list === null ? record.number(length.path) : NaN)
      : response !== null && response.list === null ? record.size(response.path) : NaN;
    draft.lengthUnit = length === null ? 'bytes' : this.#lengthUnit;
  }

  /**
   * Before the elements of a record that is a list of samples.
   * @param verdicts the list that holds the verdicts, which may hold the rest, too, and the number of its path
   */
  list(record: RecordView, draft: SampleDraft, verdictPath: number, verdicts: JsonValue): void {
    this.#setCategory(record, draft);
    const listAt = ({ path }: Extra): JsonValue | undefined => (path === verdictPath ? verdicts : record.json(path));
    this.#answers = this.#answer === null ? undefined : listAt(this.#answer);
    this.#lengths = this.#length === null ? undefined : listAt(this.#length);
    const response = this.#response;
    // Long responses are measured as they lie there; only those inside objects must be parsed.
    this.#sizes = response === null || response.list !== null ? null : record.elementSizes(response.path);
    this.#responses = response === null || response.list === null ? undefined : listAt(response);
  }

  /** Of one of the samples of that list. */
  element(draft: SampleDraft, element: number, samples: number): void {
    const answer = elementOf(this.#answers, this.#answer?.list ?? null, element, samples);
    draft.answer = answerKey(answer);
    if (this.#length !== null) {
      const length = elementOf(this.#lengths, this.#length.list, element, samples);
      draft.length = typeof length === 'number' ? length : NaN;
      draft.lengthUnit = this.#lengthUnit;
    } else if (this.#responses !== undefined) {
      const response = elementOf(this.#responses, this.#response?.list ?? null, element, samples);
      draft.length = response === null || response === undefined ? NaN : typeof response === 'string' ? response.length : jsonText(response).length;
      draft.lengthUnit = 'characters';
    } else {
      draft.length = this.#sizes?.length === samples ? (this.#sizes[element] as number) : NaN;
      draft.lengthUnit = 'bytes';
    }
  }

  /** The samples of a prompt mostly follow each other, and have its category in common. */
  #setCategory(record: RecordView, draft: SampleDraft): void {
    if (this.#category < 0 || (draft.promptId === this.#lastPrompt && draft.run === this.#lastRun)) {
      draft.category = null;
      return;
    }
    draft.category = record.text(this.#category);
    if (draft.category === null) return;
    this.#lastPrompt = draft.promptId;
    this.#lastRun = draft.run;
  }
}

/** The element of a list beside the verdicts; a list of another length belongs to the record, not to its samples. */
function elementOf(value: JsonValue | undefined, list: ListPath | null, element: number, samples: number): JsonValue | undefined {
  if (!isList(value) || value.length !== samples) return undefined;
  const item = value[element];
  return list === null || list.member === '' ? item : valueAt(item, list.member);
}

function answerKey(answer: JsonValue | undefined): number {
  if (answer === undefined || answer === null || answer === '') return NaN;
  const bytes = utf8Bytes(typeof answer === 'string' ? answer : jsonText(answer));
  return textKey(bytes, 0, bytes.length);
}
