import type { PromptColumns } from './promptColumns';
import type { ReportBasis } from './reportBasis';
import type { Report } from './reportShape';

/** How many prompts and samples there are, and how many prompts are unsolved, saturated and mixed. */
export function promptCounts({ id, n }: PromptColumns, { groups, groupState, exactRates }: ReportBasis): Report['prompts'] {
  const counted = n.filter((_, prompt) => groups.of[prompt] >= 0).sort();
  const middle = counted.length >> 1;
  const median = counted.length % 2 === 1 ? counted[middle] : (counted[middle - 1] + counted[middle]) / 2;
  const tally = { unsolved: 0, saturated: 0, mixed: 0 };
  groupState.forEach((state, group) => {
    if (state !== null) tally[state] += groups.size[group];
  });
  for (const rate of exactRates) tally[rate === 0 ? 'unsolved' : rate === 1 ? 'saturated' : 'mixed']++;
  return {
    count: id.length,
    samples: counted.reduce((sum, count) => sum + count, 0),
    samplesPerPrompt:
      counted.length === 0
        ? { min: null, median: null, max: null }
        : { min: counted[0], median, max: counted[counted.length - 1] },
    ...tally,
  };
}
