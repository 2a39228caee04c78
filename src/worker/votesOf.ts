import type { PromptVotes } from '../core/counts/voteGroups';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';

/** Different wrong answers that are looked through one by one, which is faster than a map for the few that most prompts have. */
const FEW = 32;
const answers = new Float64Array(FEW);
const votes = new Int32Array(FEW);

/** How the samples of one prompt vote. @param samples of the prompt; errored ones count as the policy says */
export function votesOf(table: SampleTable, samples: Int32Array, errored: ErroredPolicy): PromptVotes {
  let correct = 0;
  let blank = 0;
  let different = 0;
  let others: Map<number, number> | null = null;
  for (let each = 0; each < samples.length; each++) {
    const sample = samples[each];
    const verdict = table.verdictOf(sample);
    if (verdict === 'errored' && errored === 'drop') continue;
    if (verdict === 'correct') {
      correct++;
      continue;
    }
    const answer = table.answerOf(sample);
    if (Number.isNaN(answer)) {
      blank++;
      continue;
    }
    let at = 0;
    while (at < different && answers[at] !== answer) at++;
    if (at === FEW) {
      others ??= new Map();
      others.set(answer, (others.get(answer) ?? 0) + 1);
      continue;
    }
    if (at === different) {
      answers[different] = answer;
      votes[different++] = 0;
    }
    votes[at]++;
  }
  if (others !== null) return { correct, wrong: [...votes.subarray(0, different), ...others.values()].sort((a, b) => b - a), blank };
  return { correct, wrong: sorted(different), blank };
}

/** So many of the votes, the most first: by insertion, as most answers have one vote and are in order. */
function sorted(count: number): number[] {
  const most: number[] = [];
  for (let at = 0; at < count; at++) {
    let to = at;
    for (; to > 0 && most[to - 1] < votes[at]; to--) most[to] = most[to - 1];
    most[to] = votes[at];
  }
  return most;
}
