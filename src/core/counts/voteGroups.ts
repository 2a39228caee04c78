import { majorityAtK } from './majorityAtK';

/** How the samples of a prompt vote. All correct ones give the same answer, however it is written: the verdict says so. */
export interface PromptVotes {
  readonly correct: number;
  /** Samples behind each wrong answer, the most first. */
  readonly wrong: readonly number[];
  /** Wrong samples without an answer. */
  readonly blank: number;
}

/** Prompts that vote alike, and how many they are. */
export interface VoteGroups {
  readonly votes: readonly PromptVotes[];
  readonly size: Int32Array;
}

/** Gathers prompts that vote alike, so that an expensive count is made once. */
export function voteGroups(prompts: readonly PromptVotes[]): VoteGroups {
  const groups = new Map<string, { readonly votes: PromptVotes; size: number }>();
  for (const votes of prompts) {
    const key = `${votes.correct} ${votes.blank} ${votes.wrong.join(' ')}`;
    const known = groups.get(key);
    if (known) known.size++;
    else groups.set(key, { votes, size: 1 });
  }
  const all = [...groups.values()];
  return { votes: all.map(({ votes }) => votes), size: Int32Array.from(all, ({ size }) => size) };
}

/** About how many steps of some nanoseconds a count of majority@k over the groups takes. */
export function majorityCost({ votes }: VoteGroups, k: number): number {
  return votes.reduce((sum, { correct, wrong, blank }) => {
    const n = correct + blank + wrong.reduce((all, count) => all + count, 0);
    return sum + (k > n || correct === 0 ? 1 : n * k * k * (1 + Math.log(k)));
  }, 0);
}

/** majority@k of each group; NaN where it has fewer samples. */
export function majorityOfGroups({ votes }: VoteGroups, k: number): Float64Array {
  return Float64Array.from(votes, ({ correct, wrong, blank }) => majorityAtK(correct, wrong, k, blank));
}
