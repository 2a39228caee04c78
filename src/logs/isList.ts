import type { JsonValue } from './formats/logFormat';

/** Array.isArray, but for JSON: it keeps the type of the elements. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
