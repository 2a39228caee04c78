import { isList } from '../isList';
import { isObject } from '../isObject';
import { pathOf } from '../scan/pathTrie';
import type { JsonObject, JsonValue } from './logFormat';

/** What the first records hold at one path. */
export interface SurveyedField {
  /** Dotted; "rollouts.*.correct" inside a list of objects. */
  readonly path: string;
  /** Last part of the path, in lower_snake_case. */
  readonly name: string;
  readonly depth: number;
  /** The value of each record that has the field; for a field inside a list, the list of its elements' values. */
  readonly values: readonly JsonValue[];
  /** Index of the record of each value. */
  readonly records: readonly number[];
  /** The field lies inside a list of objects. */
  readonly inList: boolean;
}

/** Surveys members of records, of the objects in them and of the lists of objects in them, in order of appearance. */
export function surveyFields(records: readonly JsonObject[]): SurveyedField[] {
  const fields = new Map<string, { path: string; name: string; depth: number; values: JsonValue[]; records: number[]; inList: boolean }>();
  const add = (steps: readonly string[], depth: number, inList: boolean, value: JsonValue, record: number): void => {
    const path = pathOf(steps);
    let field = fields.get(path);
    if (field === undefined) {
      field = { path, name: snakeCase(steps[steps.length - 1] as string), depth, values: [], records: [], inList };
      fields.set(path, field);
    }
    field.values.push(value);
    field.records.push(record);
  };
  records.forEach((record, index) => {
    for (const [key, value] of Object.entries(record)) {
      add([key], 1, false, value, index);
      if (isObject(value)) for (const [inner, member] of Object.entries(value)) add([key, inner], 2, false, member, index);
      if (!isList(value) || value.length === 0 || !value.every(isObject)) continue;
      const names = new Set(value.flatMap((item) => Object.keys(item as JsonObject)));
      for (const name of names) add([key, '*', name], 2, true, value.map((item) => (item as JsonObject)[name] ?? null), index);
    }
  });
  return [...fields.values()];
}

function snakeCase(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/[\s-]+/g, '_').toLowerCase();
}
