import type { ChartId } from '../charts/picture';
import type { PromptRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';
import { formatShare } from '../numbers/formatShare';
import { formatShortId } from '../numbers/formatShortId';
import { weightShare } from './headline';
import { t } from '../../src/texts/t';

export interface Reason {
  readonly title: string;
  readonly text: string;
  /** The chart that shows it. */
  readonly chart: ChartId;
}

/** The same chain as one prompt goes through it, as all prompts together do, and what it costs; empty where the chain is unknown. */
export function views(report: Report): Reason[] {
  const { conflict, passAtK } = report;
  const { k } = report.weights;
  if (conflict === null || conflict.innerProduct === null || k === 1) return [];
  const found: Reason[] = [];
  const against = heaviestAgainst(report);
  if (against !== null) {
    found.push({
      title: t`One prompt`,
      text: t`“${formatShortId(against.id, 40)}” is solved at a rate of ${formatRate(against.passRate)}. Pass@${k} counts it ${formatNumber(against.weight)} times, and its agreement is ${formatNumber(against.agreement)}: what a step for it gains there, the other prompts lose. Its part of the inner product is ${formatNumber(against.weightedAgreement)} of ${formatCount(report.prompts.count)} such parts.`,
      chart: 'scatter',
    });
  }
  if (conflict.meanWeight !== null && conflict.meanAgreement !== null && conflict.covariance !== null) {
    found.push({
      title: t`All prompts`,
      text: t`The inner product is the mean weight times the mean agreement, plus how the two go together: ${formatNumber(conflict.meanWeight)} × ${formatNumber(conflict.meanAgreement)} plus a covariance of ${formatNumber(conflict.covariance)}. The mean agreement is |∇J_1|², not below 0 but for noise; only heavy prompts that agree less can turn the sign.`,
      chart: 'concentration',
    });
  }
  const [once, now] = [1, k].map((at) => passAtK.find((row) => row.k === at)?.estimate ?? null);
  if (once !== null && now !== null && once > 0) {
    found.push({
      title: t`What it costs`,
      text: t`With one attempt at each prompt a solved one costs ${formatNumber(1 / once)} attempts, with ${formatCount(k)} at each ${formatNumber(k / now)}. Who can try but once pays for every point of pass@1 that is lost.`,
      chart: 'cost',
    });
  }
  return found;
}

/** The prompt with the largest negative part in the inner product; null where there is none. */
function heaviestAgainst({ promptTable }: Report): PromptRow | null {
  let worst: PromptRow | null = null;
  for (const row of promptTable) if ((row.weightedAgreement ?? 0) < (worst?.weightedAgreement ?? 0)) worst = row;
  return worst;
}

/** The causal chain from prompts that interfere to pass@1 that falls, or does not, with this run's numbers; empty where they are unknown. */
export function why(report: Report): Reason[] {
  const { conflict } = report;
  const { k } = report.weights;
  if (conflict === null || conflict.innerProduct === null || k === 1) return [];
  const { hard, easy } = conflict.groups;
  const lowers = conflict.innerProduct < 0;
  const settled = conflict.verdict !== 'inconclusive';
  const known = report.promptTable.filter((row) => row.agreement !== null);
  const negative = known.filter((row) => row.agreement !== null && row.agreement < 0).length;
  const share = (group: string): string => formatShare(weightShare(report.promptTable, (row) => row.group === group));
  return [
    {
      title: t`Interference`,
      text: t`All prompts share the model's parameters, so a step for one moves the others. ${formatCount(negative)} of ${formatCount(known.length)} prompts have a negative agreement: a step for them alone would lower pass@1. Of the ${formatCount(hard.count)} hard ones, ${formatCount(hard.negative)} do; of the ${formatCount(easy.count)} easy ones, ${formatCount(easy.negative)}.`,
      chart: 'agreement',
    },
    {
      title: t`Reweighting`,
      text: t`Pass@1 counts every prompt alike. Pass@${k} counts a prompt k(1 − p)^(k−1) times: ${share('hard')} of the weight goes to the hard prompts and ${share('easy')} to the easy ones.`,
      chart: 'weights',
    },
    {
      title: !settled ? t`Conflict?` : lowers ? t`Conflict` : t`No conflict`,
      text: t`Counted alike, the mean agreement is ${formatNumber(conflict.meanAgreement)}; counted by weight it is ${formatNumber(conflict.weightedMeanAgreement)}. The gradients of pass@${k} and of pass@1 point ${lowers ? t`apart` : t`the same way`}: their cosine is ${formatNumber(conflict.cosine)}.`,
      chart: 'weightedAgreement',
    },
    {
      title: settled ? (lowers ? t`Pass@1 falls` : t`Pass@1 rises`) : lowers ? t`Pass@1 may fall` : t`Pass@1 may rise`,
      text: t`To first order, a small step of size η for pass@${k} moves pass@1 by η × ${formatNumber(conflict.innerProduct)}${settled ? '' : t`, a number whose sign these samples do not settle`}.`,
      chart: 'innerProduct',
    },
  ];
}
