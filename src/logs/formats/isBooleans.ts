import { isList } from '../isList';
import type { JsonValue } from './logFormat';

export function isBooleans(value: JsonValue): boolean {
  return isList(value) && value.every((item: JsonValue) => typeof item === 'boolean' || item === 0 || item === 1);
}
