import { isList } from '../isList';
import { valueAt } from './fieldPath';
import type { JsonObject, JsonValue } from './logFormat';

/** Every one of these fields (dotted paths) is in at least half of the records. */
export function haveAll(records: readonly JsonObject[], ...paths: readonly string[]): boolean {
  return paths.every((path) => records.filter((record) => valueAt(record, path) !== undefined).length * 2 >= records.length);
}

/** The first of these fields that at least half of the records have, with a value that suits. */
export function firstOf(records: readonly JsonObject[], paths: readonly string[], suits: (value: JsonValue) => boolean = () => true): string | undefined {
  return paths.find((path) => records.filter((record) => {
    const value = valueAt(record, path);
    return value !== undefined && (value === null || suits(value));
  }).length * 2 >= records.length && records.some((record) => valueAt(record, path) !== undefined && valueAt(record, path) !== null));
}

/** A field map without the roles that have no field. */
export function fieldsOf<T extends Readonly<Record<string, string | undefined>>>(fields: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, path]) => path !== undefined)) as { [K in keyof T]?: string };
}

export function isNumber(value: JsonValue): boolean {
  return typeof value === 'number';
}

export function isBooleans(value: JsonValue): boolean {
  return isList(value) && value.every((item: JsonValue) => typeof item === 'boolean' || item === 0 || item === 1);
}

export function isZeroOrOne(value: JsonValue): boolean {
  return typeof value === 'boolean' || value === 0 || value === 1;
}
