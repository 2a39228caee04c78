import type { JsonObject, JsonValue } from '../formats/logFormat';
import { isList } from '../isList';

/** A record as an object: one that is none is the member "value", as it is for the scanner. */
export function recordObject(value: JsonValue): JsonObject {
  return value !== null && typeof value === 'object' && !isList(value) ? (value as JsonObject) : { value };
}
