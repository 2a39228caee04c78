import { slotOf, UNCOUNTED } from '../logs/gradients/rowLayout';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';
import type { ReadLogs } from './readLogs';
import type { VectorPass } from './scoreVectors';

/** One reading of the vectors of those samples that count, with the row and the verdict of each. */
export type CountedVectors = (take: (row: number, correct: boolean, vector: Float64Array) => void) => Promise<void>;

/** @param rows as in RunColumns: samples of other runs are passed over, as are duplicates and, unless they count as wrong, errored ones */
export function countedVectors({ table }: ReadLogs, rows: Int32Array, pass: VectorPass, errored: ErroredPolicy): CountedVectors {
  return (take) =>
    pass((sample, vector) => {
      const slot = countedSlot(table, rows, errored, sample);
      if (slot !== UNCOUNTED) take(slot >> 1, (slot & 1) === 0, vector);
    });
}

/** slotOf a sample, UNCOUNTED where it is passed over. */
export function countedSlot(table: SampleTable, rows: Int32Array, errored: ErroredPolicy, sample: number): number {
  const verdict = table.verdictOf(sample);
  const row = rows[table.promptOf(sample)];
  return row >= 0 && table.isCounted(sample) && (verdict !== 'errored' || errored === 'wrong') ? slotOf(row, verdict === 'correct') : UNCOUNTED;
}
