import { pathOf } from '../scan/pathTrie';
import type { HeadLayout } from '../scan/headLayout';
import { isObject } from './fieldSurvey';
import { formats } from './formats';
import type { Detection, JsonObject, JsonValue, LogFormat } from './logFormat';

export interface Recognised {
  readonly format: LogFormat;
  readonly detection: Detection;
  /** As in HeadLayout. */
  readonly container: string | null;
}

/** Every format that finds itself in a file's head, the surest first. */
export function recogniseFormats(layout: HeadLayout, fileName: string): Recognised[] {
  const { records, document } = layout;
  if (records.length === 0) return [];
  const found: Recognised[] = [];
  for (const format of formats) {
    const detection = format.detect({ fileName, records, document });
    if (detection !== null) found.push({ format, detection, container: detection.records ?? layout.container });
  }
  // In one document, a list of records is looked for before the document itself is taken for a record.
  if (document !== null && !found.some(({ detection }) => detection.confidence >= 0.9)) found.push(...insideDocument(document, fileName));
  return found.sort((left, right) => right.detection.confidence - left.detection.confidence);
}

/** Where files of one document keep their records, by habit; any other list of objects comes after. */
const USUAL = ['samples', 'results', 'records', 'rows', 'data', 'examples', 'items', 'instances', 'predictions', 'evaluations'];

function insideDocument(document: JsonObject, fileName: string): Recognised[] {
  for (const [path, list] of lists(document)) {
    const records = list.filter(isObject).slice(0, 32);
    const found: Recognised[] = [];
    for (const format of formats) {
      const detection = format.detect({ fileName, records, document: null });
      if (detection === null || detection.records !== undefined) continue;
      // The parts of one prompt's record are no records: these name their prompts.
      if (detection.fields.prompt === undefined && detection.fields.promptText === undefined) continue;
      found.push({ format, detection: { ...detection, confidence: Math.min(1, detection.confidence + 0.05) }, container: `${path}.*` });
    }
    if (found.length > 0) return found;
  }
  return [];
}

function lists(document: JsonObject): [string, readonly JsonValue[]][] {
  const found: [string, readonly JsonValue[]][] = [];
  const visit = (object: JsonObject, steps: readonly string[]): void => {
    for (const [key, value] of Object.entries(object)) {
      if (Array.isArray(value) && value.some(isObject)) found.push([pathOf([...steps, key]), value]);
      else if (isObject(value) && steps.length < 2) visit(value, [...steps, key]);
    }
  };
  visit(document, []);
  const rank = (path: string): number => {
    const at = USUAL.indexOf(path.split('.').pop() as string);
    return at < 0 ? USUAL.length : at;
  };
  return found.sort(([left], [right]) => rank(left) - rank(right));
}
