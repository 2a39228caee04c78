import type { PlainSample } from './plainFields';

/** Numbers of a row (assembly/plainRow.ts). */
export const ROW = 12;
const BITS = 2, SAMPLE = 3, START = 4, LINES = 5, MARK = 6, ANSWER_LOW = 7, ANSWER_HIGH = 8, LENGTH = 9, VECTOR = 10, VECTOR_END = 11;
const HAS_VECTOR = 16;
/** Prompts that a scanner numbers at most. */
const MOST_PROMPTS = 1 << 14;

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

  /** @throws RangeError if the prompt's first record was never given to the reader */
  at(number: number): number {
    const prompt = this.#prompts[number];
    if (prompt === undefined || prompt < 0) throw new RangeError(`NumberedPrompts: the scanner has not given number ${number} yet`);
    return prompt;
  }
}

/** Where in the scanner's memory the record of a row begins, and how many lines were passed before it. */
export function rowStart(numbers: Int32Array, row: number): number {
  return numbers[row + START] as number;
}
export function rowLines(numbers: Int32Array, row: number): number {
  return numbers[row + LINES] as number;
}

/** Reads a row that says all of its sample; place and unit are the caller's to fill in. */
export function readPlainRow(numbers: Int32Array, row: number, prompts: NumberedPrompts, sample: PlainSample): void {
  sample.prompt = prompts.at(numbers[row] as number);
  const bits = numbers[row + BITS] as number;
  sample.verdict = bits & ~HAS_VECTOR;
  sample.hasVector = (bits & HAS_VECTOR) !== 0;
  sample.sampleIndex = numbers[row + SAMPLE] as number;
  sample.promptMark = (numbers[row + MARK] as number) >>> 0;
  const high = numbers[row + ANSWER_HIGH] as number;
  sample.answer = high < 0 ? NaN : high * 0x100000000 + ((numbers[row + ANSWER_LOW] as number) >>> 0);
  const length = numbers[row + LENGTH] as number;
  sample.length = length < 0 ? NaN : length;
  const vector = numbers[row + VECTOR] as number;
  sample.vector = vector === 0 ? null : new Float64Array(numbers.buffer, vector, ((numbers[row + VECTOR_END] as number) - vector) / 8);
}
