import type { Comparison, Movement } from '../../src/core/compare/comparisonShape';
import type { Fact } from '../answer/runFacts';
import { formatCount } from '../numbers/formatCount';
import { formatRate } from '../numbers/formatRate';
import { signedEstimate } from './signedNumber';
import { t } from '../../src/texts/t';

const meanings: Readonly<Record<Comparison['pattern'], string>> = {
  traded: t`Pass@1 was traded for pass@k: what pass@k training may do by its objective. The same pattern has other causes too: another answer format, other lengths, less entropy, curvature.`,
  sharpened: t`Pass@k was traded for pass@1: the policy puts its attempts on fewer answers, as training on pass@1 often does.`,
  'both rose': t`Both rose: nothing was traded.`,
  'both fell': t`Both fell: this is not a trade of the one for the other. Look for what broke.`,
  unclear: t`A movement that is not clear is within what chance alone would give.`,
};

/** The two movements, what they mean together, and whether a first-order reading explains them. */
export function compareFacts({ passAt1, passAtK, linear, promptTable, k }: Comparison): Fact[] {
  const rose = promptTable.filter(({ sign }) => sign === 'rose').length;
  const fell = promptTable.filter(({ sign }) => sign === 'fell').length;
  return [
    movementFact(t`Change of pass@1`, passAt1),
    ...(k === 1 ? [] : [movementFact(t`Change of pass@${k}`, passAtK)]),
    { name: t`Prompts that clearly moved`, value: t`${formatCount(rose)} rose, ${formatCount(fell)} fell`, detail: t`of ${formatCount(promptTable.length)}, at a false discovery rate of 0.10` },
    ...(k === 1 ? [] : [{
      name: t`First-order part of pass@${k}`,
      value: signedEstimate(linear.estimate, linear.ci),
      detail: linear.holds === null ? '' : linear.holds ? t`explains the change within its error` : t`does not explain the change: the step was too large for a first-order reading`,
    }]),
  ];
}

/** What the two signs together mean, and what they do not prove. */
export function meaningOf({ pattern }: Comparison): string {
  return meanings[pattern];
}

function movementFact(name: string, { before, after, estimate, ci, signFlipP }: Movement): Fact {
  const test = signFlipP === null ? '' : t` · sign-flip p = ${signFlipP < 0.001 ? '<0.001' : signFlipP.toFixed(3)}`;
  return { name, value: signedEstimate(estimate, ci), detail: t`${formatRate(before)} → ${formatRate(after)}, paired by prompt${test}` };
}
