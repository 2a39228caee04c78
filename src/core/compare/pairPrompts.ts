import type { CheckpointColumns } from './checkpointColumns';
import type { PairedCounts } from './pairedCounts';

/** Two checkpoints' prompts, side by side. */
export interface PairedPrompts {
  /** Ids of the prompts with samples in both, in the order of the earlier checkpoint. */
  readonly id: readonly string[];
  readonly counts: PairedCounts;
  /** Their rows in the columns of either. */
  readonly rowsBefore: Int32Array;
  readonly rowsAfter: Int32Array;
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  /** In both, but without samples in one of them. */
  readonly withoutSamples: readonly string[];
  /** Paired, though their texts differ. */
  readonly otherText: readonly string[];
}

type Prompts = Pick<CheckpointColumns, 'columns' | 'textMark'>;

/** Pairs the prompts of two checkpoints by id. Nothing is lost: a prompt that cannot be paired is named. */
export function pairPrompts(before: Prompts, after: Prompts): PairedPrompts {
  const rowAfter = new Map(after.columns.id.map((id, row) => [id, row]));
  const known = new Set(before.columns.id);
  const rows: [number, number][] = [];
  const onlyBefore: string[] = [];
  const withoutSamples: string[] = [];
  const otherText: string[] = [];
  before.columns.id.forEach((id, row) => {
    const other = rowAfter.get(id);
    if (other === undefined) onlyBefore.push(id);
    else if (before.columns.n[row] === 0 || after.columns.n[other] === 0) withoutSamples.push(id);
    else {
      rows.push([row, other]);
      const marks = [before.textMark[row], after.textMark[other]];
      if (!marks.includes(0) && marks[0] !== marks[1]) otherText.push(id);
    }
  });
  const rowsBefore = Int32Array.from(rows, ([row]) => row);
  const rowsAfter = Int32Array.from(rows, ([, row]) => row);
  const at = (column: Int32Array, own: Int32Array) => own.map((row) => column[row]);
  return {
    id: rows.map(([row]) => before.columns.id[row]),
    counts: {
      before: { n: at(before.columns.n, rowsBefore), c: at(before.columns.c, rowsBefore) },
      after: { n: at(after.columns.n, rowsAfter), c: at(after.columns.c, rowsAfter) },
    },
    rowsBefore,
    rowsAfter,
    onlyBefore,
    onlyAfter: after.columns.id.filter((id) => !known.has(id)),
    withoutSamples,
    otherText,
  };
}
