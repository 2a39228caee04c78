import type { ErroredPolicy } from '../logs/sampleTable';
import type { ReadLogs } from './readLogs';
import type { VectorPass } from './scoreVectors';

/** One reading of the vectors of those samples that count, with the row and the verdict of each. */
export type CountedVectors = (take: (row: number, correct: boolean, vector: Float64Array) => void) => Promise<void>;

/** @param rows as in RunColumns: samples of other runs are passed over, as are duplicates and, unless they count as wrong, errored ones */
export function countedVectors({ table }: ReadLogs, rows: Int32Array, pass: VectorPass, errored: ErroredPolicy): CountedVectors {
  return (take) =>
    pass((sample, vector) => {
      const verdict = table.verdictOf(sample);
      const row = rows[table.promptOf(sample)];
      if (row >= 0 && table.isCounted(sample) && (verdict !== 'errored' || errored === 'wrong')) take(row, verdict === 'correct', vector);
    });
}
