import { bestOfK, scoreTiers, type ScoreTiers } from '../core/counts/bestOfK';
import { gPassAtK } from '../core/counts/gPassAtK';
import { meanOverPrompts, type PromptMean } from '../core/counts/meanOverPrompts';
import { mgPassAtK } from '../core/counts/mgPassAtK';
import { passAtK } from '../core/counts/passAtK';
import { passHatK } from '../core/counts/passHatK';
import { simultaneousPassAtK } from '../core/counts/simultaneousPassAtK';
import { majorityCost, majorityOfGroups, voteGroups, type VoteGroups } from '../core/counts/voteGroups';
import { conflictKs } from '../core/interference/conflictKs';
import type { PromptColumns } from '../core/promptColumns';
import { reportBasis } from '../core/reportBasis';
import type { ErroredPolicy, SampleTable } from '../logs/sampleTable';
import type { AnalysisResult, MetricsRow } from '../protocol/analysis';
import { pause } from './pause';
import { votesOf } from './votesOf';

/** Places times kinds of prompts of the band over all k; more are left out evenly, since neighbours say nearly the same. */
const BAND_SIZE = 100_000;
/** About two seconds: majority@k beyond it is left unknown, the k between powers of two first. */
const MAJORITY_STEPS = 5e8;

/** The run whose metrics are asked for. */
export interface MeasuredRun {
  readonly table: SampleTable;
  readonly run: string;
  readonly columns: PromptColumns;
  readonly errored: ErroredPolicy;
}

/**
 * The other metrics of n samples over the whole curve, and at the k asked for: pass^k, mG-Pass@k, majority@k by the log's
 * answers, best-of-k by its scores, and the factor of a band that holds at all those k at once.
 */
export async function metrics(measured: MeasuredRun, k: number, signal: AbortSignal): Promise<Extract<AnalysisResult, { kind: 'metrics' }>> {
  const { groups, fewestSamples, mostSamples } = reportBasis(measured.columns);
  const ks = [...new Set([...conflictKs(mostSamples), k])].sort((a, b) => a - b);
  const over = (value: (n: number, c: number, draws: number) => number, draws: number): PromptMean =>
    meanOverPrompts(Array.from(groups.n, (n, group) => (n === 0 ? NaN : value(n, groups.c[group], draws))), groups.size);
  const tiers = scoredPrompts(measured);
  const votes = measured.columns.answers ? voteGroups(measured.columns.id.map((_, row) => votesOf(measured.table, measured.table.samplesOf(measured.run, row), measured.errored))) : null;
  const counted = votes && affordable(votes, ks, k);
  const rows: MetricsRow[] = [];
  for (const draws of ks) {
    rows.push({
      k: draws,
      passAtK: over(passAtK, draws),
      passHatK: over(passHatK, draws),
      // Of one attempt there is no share above one half.
      mgPass: over(draws > 1 ? mgPassAtK : () => NaN, draws),
      gPass: [over(share(0.25), draws), over(share(0.5), draws), over(share(0.75), draws)],
      bestOfK: tiers && meanOverPrompts(tiers.map((prompt) => bestOfK(prompt, draws))),
      majority: votes && (counted?.has(draws) ? meanOverPrompts(majorityOfGroups(votes, draws), votes.size) : meanOverPrompts([])),
    });
    await pause(signal);
  }
  const reached = ks.filter((draws) => draws <= fewestSamples);
  const stride = Math.ceil((reached.length * groups.n.length) / BAND_SIZE);
  return { kind: 'metrics', rows, simultaneous: simultaneousPassAtK(groups, reached.filter((_, place) => place % stride === 0)) };
}

/** G-Pass@k at a share. */
function share(least: number): (n: number, c: number, k: number) => number {
  return (n, c, k) => gPassAtK(n, c, k, least);
}

/** The k at which majority@k is counted: the one asked for, powers of two, then the rest, as far as time goes. */
function affordable(votes: VoteGroups, ks: readonly number[], asked: number): Set<number> {
  const rank = (k: number) => (k === asked ? 0 : Number.isInteger(Math.log2(k)) ? 1 : 2);
  const chosen = new Set<number>();
  let left = MAJORITY_STEPS;
  for (const k of [...ks].sort((a, b) => rank(a) - rank(b) || a - b)) {
    left -= majorityCost(votes, k);
    if (left < 0) break;
    chosen.add(k);
  }
  return chosen;
}

/** Samples by score of the prompts whose samples all have one; null where the scores say no more than the verdicts. */
function scoredPrompts({ table, run, columns, errored }: MeasuredRun): ScoreTiers[] | null {
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
    return [scoreTiers(scores, correct)];
  });
  return isMore ? prompts : null;
}
