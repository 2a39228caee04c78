import { isList } from '../isList';
import { isObject } from '../isObject';
import type { HeadLayout } from '../scan/headLayout';
import { pathOf } from '../scan/pathTrie';
import { recordObject } from '../scan/recordObject';
import { formats } from './formats';
import type { Detection, JsonObject, JsonValue, LogFormat } from './logFormat';
import { valueAt } from './valueAt';
import { verdictFields } from './verdictFields';
import { withLength } from './withLength';

export interface Recognised {
  readonly format: LogFormat;
  readonly detection: Detection;
  /** As in HeadLayout. */
  readonly container: string | null;
  /** Fields that could be the verdict, the one in use among them; empty where the records were not looked into. */
  readonly verdicts: readonly string[];
}

/** Every format that finds itself in a file's head, the surest first. */
export function recogniseFormats(layout: HeadLayout, fileName: string): Recognised[] {
  const { records, document } = layout;
  if (records.length === 0) return [];
  const found: Recognised[] = [];
  const verdicts = verdictFields(records);
  for (const format of formats) {
    const detection = format.detect({ fileName, records, document });
    if (detection === null) continue;
    const inside = detection.records === undefined ? records : recordsAt(document, detection.records);
    const fields = withLength(detection.fields, inside);
    found.push({ format, detection: { ...detection, fields }, container: detection.records ?? layout.container, verdicts: choices(detection, inside === records ? verdicts : verdictFields(inside)) });
  }
  // In one document, a list of records is looked for before the document itself is taken for a record.
  if (document !== null && !found.some(({ detection }) => detection.confidence >= 0.9)) found.push(...insideDocument(document, fileName));
  return found.sort((left, right) => right.detection.confidence - left.detection.confidence);
}

/** What could be the verdict, the one in use among it. */
function choices({ fields: { verdict }, verdicts }: Detection, seen: readonly string[]): readonly string[] {
  const possible = verdicts ?? seen;
  return verdict === undefined || possible.includes(verdict) ? possible : [verdict, ...possible];
}

/** The first records below a path of a document, "eval.*"; empty where they are no objects. */
function recordsAt(document: JsonObject | null, path: string): readonly JsonObject[] {
  if (document === null) return [];
  const value = path === '' || path === '*' ? document : valueAt(document, path.replace(/\.\*$/, ''));
  const members: readonly JsonValue[] = path === '' ? [document] : isList(value) ? value : isObject(value) ? Object.values(value) : [];
  return members.filter(isObject).slice(0, 32);
}

/** Where files of one document keep their records, by habit; any other list of objects comes after. */
const USUAL = ['samples', 'results', 'records', 'rows', 'data', 'examples', 'items', 'instances', 'predictions', 'evaluations'];

function insideDocument(document: JsonObject, fileName: string): Recognised[] {
  for (const { path, records } of containers(document)) {
    const found: Recognised[] = [];
    for (const format of formats) {
      const detection = format.detect({ fileName, records, document: null });
      if (detection === null || detection.records !== undefined) continue;
      // Members named by their keys are mostly settings or averages; a verdict deeper inside one is none.
      if (detection.fields.prompt === '$key' && detection.fields.verdict?.includes('.') === true) continue;
      const fields = withLength(detection.fields, records);
      found.push({ format, detection: { ...detection, fields, confidence: Math.min(1, detection.confidence + 0.05) }, container: path, verdicts: choices(detection, verdictFields(records)) });
    }
    if (found.length > 0) return found;
  }
  return [];
}

interface Container {
  /** As DocumentSplitter takes it. */
  readonly path: string;
  readonly records: readonly JsonObject[];
  readonly rank: number;
}

/** Lists of objects, and objects whose members are all objects or lists of true and false, named by their keys. */
function containers(document: JsonObject): Container[] {
  const found: Container[] = [];
  const visit = (object: JsonObject, steps: readonly string[]): void => {
    const rank = usualRank(steps[steps.length - 1]);
    const members = Object.entries(object);
    const likely = members.filter(([, value]) => isObject(value) || isVerdictList(value));
    if (members.length > 1 && likely.length === members.length) {
      const records = likely.slice(0, 32).map(([key, value]) => ({ ...recordObject(value), $key: key }));
      found.push({ path: pathOf([...steps, '*']), records, rank: rank + 0.5 });
    }
    for (const [key, value] of members) {
      if (isList(value) && value.some(isObject)) {
        found.push({ path: pathOf([...steps, key, '*']), records: value.filter(isObject).slice(0, 32), rank: usualRank(key) });
      } else if (isObject(value) && steps.length < 2) visit(value, [...steps, key]);
    }
  };
  visit(document, []);
  return found.sort((left, right) => left.rank - right.rank);
}

function isVerdictList(value: JsonValue): boolean {
  return isList(value) && value.length > 0 && value.every((item) => typeof item === 'boolean');
}

function usualRank(key: string | undefined): number {
  const at = key === undefined ? -1 : USUAL.indexOf(key);
  return at < 0 ? USUAL.length : at;
}
