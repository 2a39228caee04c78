import { bestOfK } from '../core/counts/bestOfK';
import { meanOverPrompts, type PromptMean } from '../core/counts/meanOverPrompts';
import { mgPassAtK } from '../core/counts/mgPassAtK';
import { passAtK } from '../core/counts/passAtK';
import { passHatK } from '../core/counts/passHatK';
import { simultaneousPassAtK } from '../core/counts/simultaneousPassAtK';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';
import type { AnalysisResult } from '../protocol/analysis';

/**
 * The other metrics of n samples, for k = 1, 2, 4, … and the k asked for: pass^k, mG-Pass@k, best-of-k by the log's scores,
 * and the factor of a band that holds at all those k at once.
 */
export function metrics(table: SampleTable, run: string, columns: PromptColumns, errored: ErroredPolicy, k: number): Extract<AnalysisResult, { kind: 'metrics' }> {
  const { groups, fewestSamples, mostSamples } = reportBasis(columns);
  const ks = new Set([k]);
  for (let each = 1; each <= mostSamples; each *= 2) ks.add(each);
  const ascending = [...ks].sort((a, b) => a - b);
  const over = (value: (n: number, c: number, draws: number) => number, draws: number): PromptMean =>
    meanOverPrompts(Array.from(groups.n, (n, group) => (n === 0 ? NaN : value(n, groups.c[group], draws))), groups.size);
  const scored = scoredPrompts(table, run, columns, errored);
  return {
    kind: 'metrics',
    rows: ascending.map((draws) => ({
      k: draws,
      passAtK: over(passAtK, draws),
      passHatK: over(passHatK, draws),
      // Of one attempt there is no share above one half.
      mgPass: over(draws > 1 ? mgPassAtK : () => NaN, draws),
      majority: null,
      bestOfK: scored && meanOverPrompts(scored.map(({ scores, correct }) => bestOfK(scores, correct, draws))),
    })),
    simultaneous: simultaneousPassAtK(groups, ascending.filter((draws) => draws <= fewestSamples)),
  };
}

/** Scores and verdicts of the prompts whose samples all have a score; null where the scores say no more than the verdicts. */
function scoredPrompts(table: SampleTable, run: string, columns: PromptColumns, errored: ErroredPolicy): { scores: number[]; correct: boolean[] }[] | null {
  let isMore = false;
  const prompts = columns.id.flatMap((_, row) => {
    const scores: number[] = [];
    const correct: boolean[] = [];
    for (const sample of table.samplesOf(run, row)) {
      const verdict = table.verdictOf(sample);
      if (verdict === 'errored' && errored === 'drop') continue;
      scores.push(table.scoreOf(sample));
      correct.push(verdict === 'correct');
    }
    if (scores.length === 0 || scores.some(Number.isNaN)) return [];
    isMore ||= scores.some((score, i) => score !== Number(correct[i]));
    return [{ scores, correct }];
  });
  return isMore ? prompts : null;
}
