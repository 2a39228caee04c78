import type { SampleLine } from '../../src/protocol/messages';

export interface AnswerCount {
  readonly answer: string;
  readonly count: number;
  readonly correct: number;
  /** More samples give it than any other, or as many as another, which then has it too. */
  readonly majority: boolean;
}

/** How often each answer was given, most often first, then as the log names them first. Samples without an answer are in none. */
export function tallyAnswers(samples: readonly SampleLine[]): readonly AnswerCount[] {
  const counts = new Map<string, { count: number; correct: number }>();
  for (const { answer, verdict } of samples) {
    if (answer === null) continue;
    const known = counts.get(answer) ?? { count: 0, correct: 0 };
    known.count++;
    if (verdict === 'correct') known.correct++;
    counts.set(answer, known);
  }
  const tally = Array.from(counts, ([answer, { count, correct }]) => ({ answer, count, correct }));
  const most = tally.reduce((largest, { count }) => Math.max(largest, count), 0);
  return tally.sort((one, other) => other.count - one.count).map((each) => ({ ...each, majority: each.count === most }));
}
