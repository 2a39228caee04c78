import type { SampleColumns } from './sampleColumns';

export interface LengthMeans {
  /** [P], NaN where there is none. */
  readonly correct: Float64Array;
  readonly wrong: Float64Array;
}

/**
 * Mean length of the correct and of the wrong responses of each prompt, in one pass over the samples as they come: sorting
 * them by prompt takes longer.
 * @param rows of each table prompt, -1 for those left out @param count of rows
 * @param skipped bits of the verdict column with which a sample does not count
 */
export function lengthMeans(columns: SampleColumns, rows: Int32Array, count: number, skipped: number): LengthMeans {
  /** Of a row, wrong then correct. */
  const sums = new Float64Array(2 * count);
  const counts = new Int32Array(2 * count);
  for (const { block: { prompt, verdict, length }, first, count: samples } of columns.stretches()) {
    if (length === null) continue;
    for (let at = first; at < first + samples; at++) {
      const value = length[at] as number;
      const bits = verdict[at] as number;
      const row = rows[prompt[at] as number] as number;
      if (row < 0 || (bits & skipped) !== 0 || Number.isNaN(value)) continue;
      const place = 2 * row + (bits & 1);
      (sums[place] as number) += value;
      (counts[place] as number)++;
    }
  }
  const means = (correct: number) => Float64Array.from({ length: count }, (_, row) => (counts[2 * row + correct] === 0 ? NaN : (sums[2 * row + correct] as number) / (counts[2 * row + correct] as number)));
  return { correct: means(1), wrong: means(0) };
}
