import type { JsonValue } from './logFormat';

/** Reasoning that stands beside a text, in the marks that models set it apart with; "" when there is none. */
export function markedThought(value: JsonValue | undefined): string {
  return typeof value === 'string' && value.trim() !== '' ? `<think>\n${value}\n</think>` : '';
}
