import { DEFAULT_THRESHOLD, readVerdict } from '../verdicts';
import { fieldNames } from './fieldNames';
import { isZeroOrOne } from './isZeroOrOne';
import type { JsonObject, JsonValue } from './logFormat';
import { surveyFields } from './surveyFields';

const MOST = 12;
const names: ReadonlySet<string> = new Set(fieldNames.verdict);
const counters: ReadonlySet<string> = new Set([...fieldNames.prompt, ...fieldNames.sample, ...fieldNames.run, ...fieldNames.n, ...fieldNames.category]);

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
