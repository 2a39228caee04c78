import type { LengthUnit } from '../lengthUnit';
import { decodeUtf8 } from './decodeUtf8';

/** Numbers of a row (assembly/plainRow.ts), and where each is. */
export const ROW = 12;
export const RECORD = 1, BITS = 2, SAMPLE = 3, START = 4, LINES = 5, MARK = 6, ANSWER_LOW = 7, ANSWER_HIGH = 8, LENGTH = 9, VECTOR = 10, VECTOR_END = 11;
/** Of the bits, beside those of the verdict. */
export const HAS_VECTOR = 16;
/** Prompts that a scanner numbers at most. */
const MOST_PROMPTS = 1 << 14;
/** Words of a prompt's name: where it lies, the length of the run in it, the length of the id behind that. */
const NAME = 4;

/** The table prompts behind the numbers that one scanner gives to prompts. */
export class NumberedPrompts {
  #prompts = new Int32Array(0);
  #generation = 0;

  /** @param generation when another than before, all numbers are new */
  turnTo(generation: number): void {
    if (generation !== this.#generation) this.#prompts.fill(-1);
    this.#generation = generation;
  }

  set(number: number, prompt: number): void {
    if (this.#prompts.length === 0) this.#prompts = new Int32Array(MOST_PROMPTS).fill(-1);
    this.#prompts[number] = prompt;
  }

  /** -1: not known yet. */
  at(number: number): number {
    return this.#prompts[number] ?? -1;
  }
}

/**
 * Samples that the scanner has read itself, a row each, one after the other in its memory; valid until that scans again. Who passes them on
 * fills in what it knows: copies of another shape would have all that goes through them compiled again.
 */
export interface PlainRows {
  readonly numbers: Int32Array;
  /** Index of the first row. */
  readonly first: number;
  count: number;
  readonly prompts: NumberedPrompts;
  /** The memory, and where in `numbers` the names of prompts begin. */
  readonly bytes: Uint8Array;
  readonly names: number;
  /** What makes places in the file of places in the memory, and lines of the file of the lines passed. */
  readonly offset: number;
  line: number;
  file: number;
  readonly lengthUnit: LengthUnit;
  /** False: lengths in this unit do not compare with others in the table. */
  lengthsCount: boolean;
}

/** The numbers of a row's vector, where they were asked for and there are any; null where not. */
export function rowVector(numbers: Int32Array, row: number): Float64Array | null {
  const start = numbers[row + VECTOR] as number;
  return start === 0 ? null : new Float64Array(numbers.buffer, start, ((numbers[row + VECTOR_END] as number) - start) / 8);
}

/** Where in the scanner's memory the record of a row begins, and how many lines were passed before it. */
export function rowStart(numbers: Int32Array, row: number): number {
  return numbers[row + START] as number;
}
export function rowLines(numbers: Int32Array, row: number): number {
  return numbers[row + LINES] as number;
}

/** The run and the id behind a number, as the log writes them: a string without escapes, or a number. */
export function promptName({ numbers, bytes, names }: Pick<PlainRows, 'numbers' | 'bytes' | 'names'>, number: number): { readonly run: string; readonly id: string } {
  const at = names + number * NAME;
  const start = numbers[at] as number;
  const idStart = start + (numbers[at + 1] as number);
  return { run: decodeUtf8(bytes, start, idStart), id: decodeUtf8(bytes, idStart, idStart + (numbers[at + 2] as number)) };
}
