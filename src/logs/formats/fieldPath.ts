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

/** A path through a list of objects, "rollouts.*.correct": the list's path and the path inside each element. */
export interface ListPath {
  readonly list: string;
  readonly member: string;
}

/** null when the path names no list. "responses.*" has the member "". */
export function listPath(path: string): ListPath | null {
  const at = path.endsWith('.*') ? path.length - 2 : path.indexOf('.*.');
  return at < 0 ? null : { list: path.slice(0, at), member: path.slice(at + 3) };
}

/** A verdict field with its threshold: "reward >= 0.8". */
export interface ScorePath {
  readonly path: string;
  /** null: the field says nothing, the default holds. */
  readonly threshold: number | null;
}

export function scorePath(field: string): ScorePath {
  const match = /^(.*?)\s*>=\s*([-+]?[\d.]+(?:e[-+]?\d+)?)$/i.exec(field);
  const threshold = Number(match?.[2]);
  return match === null || Number.isNaN(threshold) ? { path: field, threshold: null } : { path: match[1] as string, threshold };
}
