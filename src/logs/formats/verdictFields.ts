import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { FIELD_NAMES } from './fieldNames';
import { isZeroOrOne } from './recordShape';
import { surveyFields } from './fieldSurvey';
import type { JsonObject, JsonValue } from './logFormat';

const MOST = 12;
const names: ReadonlySet<string> = new Set(FIELD_NAMES.verdict);
const counters: ReadonlySet<string> = new Set([...FIELD_NAMES.prompt, ...FIELD_NAMES.sample, ...FIELD_NAMES.run, ...FIELD_NAMES.n, ...FIELD_NAMES.category]);

/** Every field of these records that could be the verdict, by its name or because it is true or false, 1 or 0, throughout; a dozen at most. */
export function verdictFields(records: readonly JsonObject[]): string[] {
  return surveyFields(records)
    .filter(({ name, values }) => values.length * 2 >= records.length
      && (names.has(name) ? values.every(isVerdict) : !counters.has(name) && values.every(isZeroOrOne)))
    .map(({ path }) => path)
    .slice(0, MOST);
}

function isVerdict(value: JsonValue): boolean {
  return value === null || readVerdict(value, DEFAULT_THRESHOLD).verdict !== 'unscored';
}
