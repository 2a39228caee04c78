import { isList } from '../isList';
import { listPath } from './listPath';
import type { FieldMap, JsonObject, JsonValue, SampleTexts } from './logFormat';
import { markedThought } from './markedThought';
import { scorePath } from './scorePath';
import { valueAt } from './valueAt';
import { valueText } from './valueText';

/** The texts of one sample, by a field map. Lists beside a list of verdicts are taken element by element. */
export function fieldTexts(record: JsonObject, fields: FieldMap, element: number): SampleTexts {
  const verdict = scorePath(fields.verdict ?? '').path;
  const verdictList = listPath(verdict);
  const verdicts = valueAt(record, verdictList === null ? verdict : verdictList.list);
  const samples = isList(verdicts) ? verdicts.length : 0;
  const text = (path: string | undefined): string | null => (path === undefined ? null : valueText(elementAt(record, path, element, samples)));
  const response = text(fields.response);
  const thought = response === null || fields.response === undefined ? '' : thoughtBeside(fields.response, (path) => elementAt(record, path, element, samples));
  return { prompt: text(fields.promptText), response: thought === '' ? response : `${thought}\n${response}`, answer: text(fields.answer), target: text(fields.target) };
}

/** What servers put beside the content of a message, and trainers beside a response: the reasoning, cut off from it. */
function thoughtBeside(path: string, valueOf: (path: string) => JsonValue | undefined): string {
  return thoughtPaths(path).map((beside) => markedThought(valueOf(beside))).find((thought) => thought !== '') ?? '';
}

/** Where the reasoning of a response may stand, which is shown with it. */
export function thoughtPaths(response: string): string[] {
  const last = response.lastIndexOf('.') + 1;
  // Beside any other field "reasoning" may be a judge's.
  const names = response.slice(last) === 'content' ? ['reasoning_content', 'reasoning', 'thinking'] : ['reasoning_content', 'thinking'];
  return names.map((name) => response.slice(0, last) + name);
}

function elementAt(record: JsonObject, path: string, element: number, samples: number): JsonValue | undefined {
  const list = listPath(path);
  const value = valueAt(record, list === null ? path : list.list);
  if (list !== null) {
    const item: JsonValue | undefined = isList(value) ? value[element] : undefined;
    return list.member === '' ? item : valueAt(item, list.member);
  }
  // Chat messages are a list too, but of the prompt, not of the samples.
  return samples > 0 && isList(value) && value.length === samples && !isChat(value) ? value[element] : value;
}

function isChat(value: readonly JsonValue[]): boolean {
  return value.every((item) => item !== null && typeof item === 'object' && 'role' in item && 'content' in item);
}
