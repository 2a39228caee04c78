import { pathSteps } from '../scan/pathTrie';
import type { JsonObject, JsonValue } from './logFormat';

/** The value at a dotted path inside a parsed record; undefined when there is none. "*" is not followed. */
export function valueAt(record: JsonValue | undefined, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = record;
  for (const step of pathSteps(path)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, step) ? (value as JsonObject)[step] : undefined;
  }
  return value;
}
