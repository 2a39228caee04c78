import type { LengthUnit } from '../lengthUnit';

/**
 * Where a reader of records that are one sample each finds what it reads, so that the scanner can read the plain ones itself:
 * the numbers of its paths, -1 for fields that the log does not have.
 */
export interface PlainFields {
  readonly prompt: number;
  readonly run: number;
  readonly sample: number;
  readonly verdict: number;
  readonly score: number;
  readonly promptText: number;
  readonly scoreGrad: number;
  readonly answer: number;
  readonly length: number;
  /** Measured where no field gives a length. */
  readonly response: number;
  readonly category: number;
  /** Records with an array at one of these two are no samples. */
  readonly otherwise: readonly [number, number];
  readonly lengthUnit: LengthUnit;
}

/** A sample that the scanner has read; reused from one to the next. */
export interface PlainSample {
  /** Table prompt. */
  prompt: number;
  /** 1: correct; 4: its score is that of the verdict, 0 or 1. */
  verdict: number;
  hasVector: boolean;
  /** Its numbers, where they were asked for and there are any; valid until the next sample. */
  vector: Float64Array | null;
  /** -1 when the log gives none. */
  sampleIndex: number;
  readonly element: 0;
  file: number;
  offset: number;
  line: number;
  readonly score: number;
  promptMark: number;
  /** NaN when there is none. */
  answer: number;
  length: number;
  lengthUnit: LengthUnit;
}

export function plainSample(lengthUnit: LengthUnit): PlainSample {
  return { prompt: 0, verdict: 0, hasVector: false, vector: null, sampleIndex: -1, element: 0, file: 0, offset: 0, line: 1, score: NaN, promptMark: 0, answer: NaN, length: NaN, lengthUnit };
}

/** Numbers that the scanner is told: the fields in the order of assembly/plainRow.ts. */
export function plainFieldNumbers(fields: PlainFields | null): Int32Array {
  if (fields === null) return new Int32Array(13).fill(-1);
  const { prompt, run, sample, verdict, score, promptText, scoreGrad, answer, length, response, category, otherwise } = fields;
  return Int32Array.of(prompt, run, sample, verdict, score, promptText, scoreGrad, answer, length, response, category, ...otherwise);
}
