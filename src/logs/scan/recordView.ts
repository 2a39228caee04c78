import type { JsonValue } from '../formats/logFormat';

export type ValueKind = 'missing' | 'null' | 'true' | 'false' | 'number' | 'string' | 'array' | 'object';

/**
 * One record as the scanner left it: where the values at the reader's paths lie. Values are decoded only when asked for.
 * Paths are numbered as in RecordReader.paths. Valid until the next record is scanned.
 */
export interface RecordView {
  /** Line of the record's first byte, from 1. */
  readonly line: number;
  /** The member's name where the record is a member of an object inside one document; null otherwise. */
  readonly key: string | null;
  kind(path: number): ValueKind;
  /** The text of a string; null when the value is not a string. */
  string(path: number): string | null;
  /** The text of a string, or a number as the log writes it, so that ids above 2^53 keep their digits; null otherwise. */
  text(path: number): string | null;
  /** The value of a number, true (1) or false (0); NaN otherwise. */
  number(path: number): number;
  /** true or false; null when the value is neither. */
  boolean(path: number): boolean | null;
  isNull(path: number): boolean;
  /** The value parsed: NaN becomes null, Infinity and -Infinity stay numbers. undefined when missing. */
  json(path: number): JsonValue | undefined;
  /** An array of numbers; null when it is not one. null and NaN elements become NaN. Valid until the next record, as all of this. */
  numbers(path: number): Float64Array | null;
  /** 32 bits from the length and the ends of a value: cheap, and mostly different for different values. 0 when missing. */
  mark(path: number): number;
  /** Tells texts apart (textKey): a string's text, or any other value as it is written; NaN when missing, null or "". */
  textKey(path: number): number;
  /** Bytes of a value as it is written, without the quotes of a string; NaN when missing or null. */
  size(path: number): number;
  /** As size, of each element of an array; null when the value is none. */
  elementSizes(path: number): number[] | null;
  /** A 128-bit digest, as hex, of a string's text, or of any other value as it is written; null when missing. */
  digest(path: number): string | null;
}
