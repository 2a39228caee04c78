import type { ChartId } from '../charts/picture';
import type { Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatNumber } from '../numbers/formatNumber';
import { formatShare } from '../numbers/formatShare';
import { weightShare } from './headline';
import { t } from '../t';

export interface Reason {
  readonly title: string;
  readonly text: string;
  /** The chart that shows it. */
  readonly chart: ChartId;
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
      text: t`Counted alike, the mean agreement is ${formatNumber(conflict.meanAgreement)}; counted by weight it is ${formatNumber(conflict.weightedMeanAgreement)}. The gradients of pass@${k} and of pass@1 point ${lowers ? 'apart' : t`the same way`}: their cosine is ${formatNumber(conflict.cosine)}.`,
      chart: 'weightedAgreement',
    },
    {
      title: settled ? t`Pass@1 ${lowers ? 'falls' : 'rises'}` : t`Pass@1 may ${lowers ? 'fall' : 'rise'}`,
      text: t`To first order, a small step of size η for pass@${k} moves pass@1 by η × ${formatNumber(conflict.innerProduct)}${settled ? '' : t`, a number whose sign these samples do not settle`}.`,
      chart: 'innerProduct',
    },
  ];
}
