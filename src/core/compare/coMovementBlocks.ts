import { promptGroup } from '../promptGroup';
import type { PromptGroup } from '../reportShape';
import { coMovement, type CheckpointCounts } from './coMovement';

/** How groups of prompts moved together. G groups. */
export interface CoMovementBlocks {
  readonly label: 'Co-movement across checkpoints (exploratory)';
  readonly groups: readonly { readonly category: string | null; readonly group: PromptGroup; readonly prompts: number }[];
  /** Mean product of the changes of two prompts, [G·G]; NaN where there are no two. */
  readonly blocks: Float64Array;
}

/** More categories than this would leave blocks of a few prompts, which are noise. */
const mostCategories = 8;
const groupNames: readonly PromptGroup[] = ['hard', 'middle', 'easy'];

/**
 * Co-movement between hard, middle and easy prompts of each category. The first checkpoint only chooses the groups: to choose
 * and to measure by the same samples would make a movement of chance. Source: MATH.md 5 (ii).
 * @param checkpoints counts of the same prompts, [P] each, in order, at least three
 * @param categories of the prompts; absent, or more than eight of them: the groups alone
 * @returns only groups that have prompts
 */
export function coMovementBlocks(
  [first, ...moving]: readonly CheckpointCounts[],
  categories: { readonly names: readonly string[]; readonly of: ArrayLike<number> } | undefined,
  { hardBelow, easyAbove }: { readonly hardBelow: number; readonly easyAbove: number },
): CoMovementBlocks {
  const split = categories !== undefined && categories.names.length <= mostCategories ? categories : null;
  const kindOf = Array.from(first.n, (n, x) => {
    const group = groupNames.indexOf(promptGroup(first.c[x] / n, hardBelow, easyAbove) ?? 'middle');
    return split === null ? group : split.of[x] < 0 ? -1 : 3 * split.of[x] + group;
  });
  const kinds = [...new Set(kindOf)].filter((kind) => kind >= 0).sort((a, b) => a - b);
  const groupOf = kindOf.map((kind) => kinds.indexOf(kind));
  return {
    label: 'Co-movement across checkpoints (exploratory)',
    groups: kinds.map((kind, at) => ({
      category: split === null ? null : split.names[Math.floor(kind / 3)],
      group: groupNames[kind % 3],
      prompts: groupOf.filter((each) => each === at).length,
    })),
    blocks: coMovement(moving, groupOf, kinds.length),
  };
}
