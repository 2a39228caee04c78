import type { JsonValue } from './logFormat';

export function isZeroOrOne(value: JsonValue): boolean {
  return typeof value === 'boolean' || value === 0 || value === 1;
}
