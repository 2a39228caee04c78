import type { JsonObject, JsonValue } from './logFormat';
import { valueAt } from './valueAt';

/** The first of these fields that at least half of the records have, with a value that suits. */
export function firstOf(records: readonly JsonObject[], paths: readonly string[], suits: (value: JsonValue) => boolean = () => true): string | undefined {
  return paths.find((path) => records.filter((record) => {
    const value = valueAt(record, path);
    return value !== undefined && (value === null || suits(value));
  }).length * 2 >= records.length && records.some((record) => valueAt(record, path) !== undefined && valueAt(record, path) !== null));
}
