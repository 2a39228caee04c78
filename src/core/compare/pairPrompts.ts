import type { PromptColumns } from '../promptColumns';
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
}

/** Pairs the prompts of two checkpoints by id. Nothing is lost: a prompt that cannot be paired is named. */
export function pairPrompts(before: PromptColumns, after: PromptColumns): PairedPrompts {
  const rowAfter = new Map(after.id.map((id, row) => [id, row]));
  const known = new Set(before.id);
  const rows: [number, number][] = [];
  const onlyBefore: string[] = [];
  const withoutSamples: string[] = [];
  before.id.forEach((id, row) => {
    const other = rowAfter.get(id);
    if (other === undefined) onlyBefore.push(id);
    else if (before.n[row] === 0 || after.n[other] === 0) withoutSamples.push(id);
    else rows.push([row, other]);
  });
  const rowsBefore = Int32Array.from(rows, ([row]) => row);
  const rowsAfter = Int32Array.from(rows, ([, row]) => row);
  return {
    id: rows.map(([row]) => before.id[row]),
    counts: {
      before: { n: rowsBefore.map((row) => before.n[row]), c: rowsBefore.map((row) => before.c[row]) },
      after: { n: rowsAfter.map((row) => after.n[row]), c: rowsAfter.map((row) => after.c[row]) },
    },
    rowsBefore,
    rowsAfter,
    onlyBefore,
    onlyAfter: after.id.filter((id) => !known.has(id)),
    withoutSamples,
  };
}
