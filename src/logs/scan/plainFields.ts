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

/** Numbers that the scanner is told: the fields in the order of assembly/plainRow.ts. */
export function plainFieldNumbers(fields: PlainFields | null): Int32Array {
  if (fields === null) return new Int32Array(13).fill(-1);
  const { prompt, run, sample, verdict, score, promptText, scoreGrad, answer, length, response, category, otherwise } = fields;
  return Int32Array.of(prompt, run, sample, verdict, score, promptText, scoreGrad, answer, length, response, category, ...otherwise);
}
