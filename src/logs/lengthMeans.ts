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
  const [correct, wrong] = [new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < count; row++) {
    wrong[row] = mean(sums, counts, 2 * row);
    correct[row] = mean(sums, counts, 2 * row + 1);
  }
  return { correct, wrong };
}

function mean(sums: Float64Array, counts: Int32Array, place: number): number {
  return counts[place] === 0 ? NaN : (sums[place] as number) / (counts[place] as number);
}
