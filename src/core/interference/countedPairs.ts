import { countGroups, type CountGroups } from '../counts/countGroups';
import { onceFor } from '../onceFor';
import type { GradientColumns } from '../promptColumns';

/** The distinct (n, c) of the samples whose score vector was read, over the prompts that take part; without pairs there are none. */
export const countedPairs: (gradients: GradientColumns) => CountGroups = onceFor(({ pairs, included }) =>
  countGroups(pairs?.n ?? new Int32Array(0), pairs?.c ?? new Int32Array(0), pairs === null ? undefined : included));
