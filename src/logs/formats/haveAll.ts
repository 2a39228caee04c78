import type { JsonObject } from './logFormat';
import { valueAt } from './valueAt';

/** Every one of these fields (dotted paths) is in at least half of the records. */
export function haveAll(records: readonly JsonObject[], ...paths: readonly string[]): boolean {
  return paths.every((path) => records.filter((record) => valueAt(record, path) !== undefined).length * 2 >= records.length);
}
