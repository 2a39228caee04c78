import type { PromptVotes } from '../core/counts/voteGroups';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';

/** How the samples of one prompt vote. @param samples of the prompt; errored ones count as the policy says */
export function votesOf(table: SampleTable, samples: Int32Array, errored: ErroredPolicy): PromptVotes {
  let correct = 0;
  let blank = 0;
  const wrong = new Map<number, number>();
  for (const sample of samples) {
    const verdict = table.verdictOf(sample);
    if (verdict === 'errored' && errored === 'drop') continue;
    const answer = table.answerOf(sample);
    if (verdict === 'correct') correct++;
    else if (Number.isNaN(answer)) blank++;
    else wrong.set(answer, (wrong.get(answer) ?? 0) + 1);
  }
  return { correct, wrong: [...wrong.values()].sort((a, b) => b - a), blank };
}
