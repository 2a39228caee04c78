import { checkDraws } from '../counts/checkCounts';
import { meanOverPrompts, type PromptMean } from '../counts/meanOverPrompts';
import { passAtK } from '../counts/passAtK';
import type { CheckpointColumns } from './checkpointColumns';
import { coMovementBlocks, type CoMovementBlocks } from './coMovementBlocks';
import { lostPrompts, type LostPrompt } from './lostPrompts';
import { pairedDifference } from './pairedDifference';

/** What checkpoints of the same prompts show, one after the other. NaN is unknown. */
export interface CheckpointSeries {
  readonly label: 'Observed pass@1/pass@k movement over checkpoints (not a gradient measurement)';
  readonly k: number;
  /** Prompts with samples in every checkpoint: all numbers are of these. */
  readonly prompts: readonly string[];
  readonly steps: readonly SeriesStep[];
  /** Prompts that were solved more often at some checkpoint than they are at the last, where that is no chance. */
  readonly lost: readonly LostPrompt[];
  /** Null for fewer than three checkpoints: the first chooses the groups, the others move. */
  readonly coMovement: CoMovementBlocks | null;
}

export interface SeriesStep {
  readonly name: string;
  readonly step: number | null;
  readonly passAt1: PromptMean;
  readonly passAtK: PromptMean;
  /** Paired, since the first checkpoint. */
  readonly changeAt1: PromptMean;
  readonly changeAtK: PromptMean;
}

/**
 * pass@1 and pass@k at every checkpoint, over the prompts that all have; what was lost on the way; what moved together.
 * Source: MATH.md 3 and 5.
 * @param checkpoints in order, at least two
 * @throws RangeError if k is not a whole number >= 1, or there are fewer than two
 */
export function checkpointSeries(checkpoints: readonly CheckpointColumns[], k: number, { hardBelow, easyAbove }: { readonly hardBelow: number; readonly easyAbove: number }): CheckpointSeries {
  checkDraws('checkpointSeries', k);
  if (checkpoints.length < 2) throw new RangeError(`checkpointSeries requires at least two checkpoints, got ${checkpoints.length}`);
  const rowOf = checkpoints.map(({ columns }) => new Map(columns.id.map((id, row) => [id, row])));
  const isSampled = (id: string) => checkpoints.every(({ columns }, at) => (columns.n[rowOf[at].get(id) ?? -1] ?? 0) > 0);
  const prompts = checkpoints[0].columns.id.filter(isSampled);
  const counts = checkpoints.map(({ columns }, at) => {
    const rows = prompts.map((id) => rowOf[at].get(id) ?? -1);
    return { n: Int32Array.from(rows, (row) => columns.n[row]), c: Int32Array.from(rows, (row) => columns.c[row]) };
  });
  const [first] = counts;
  const over = ({ n, c }: (typeof counts)[number], draws: number) => meanOverPrompts(Float64Array.from(n, (all, x) => passAtK(all, c[x], draws)));
  const categories = checkpoints[0].columns.categories;
  return {
    label: 'Observed pass@1/pass@k movement over checkpoints (not a gradient measurement)',
    k,
    prompts,
    steps: checkpoints.map(({ name, step }, at) => ({
      name,
      step,
      passAt1: over(counts[at], 1),
      passAtK: over(counts[at], k),
      changeAt1: pairedDifference({ before: first, after: counts[at] }, 1),
      changeAtK: pairedDifference({ before: first, after: counts[at] }, k),
    })),
    lost: lostPrompts(prompts, counts),
    coMovement:
      checkpoints.length < 3
        ? null
        : coMovementBlocks(counts, categories && { names: categories.names, of: prompts.map((id) => categories.of[rowOf[0].get(id) ?? -1]) }, { hardBelow, easyAbove }),
  };
}
