import { weightColumn } from '../counts/weightColumn';
import { weightedAgreementColumn } from '../interference/weightedAgreementColumn';
import type { PromptColumns } from '../promptColumns';
import type { ConflictParts } from './mitigatedWeights';

/**
 * What a remedy needs to know of a run at one k. Every prompt keeps the weight that its counts give it, those of unknown
 * agreement too.
 * @returns null without gradients, or where k is not on the curve
 */
export function conflictParts(columns: PromptColumns, k: number): ConflictParts | null {
  const { gradients } = columns;
  const at = gradients?.curve.k.indexOf(k) ?? -1;
  if (gradients === null || at < 0) return null;
  return {
    weights: weightColumn(columns, k),
    agreement: gradients.agreement,
    weightedAgreement: weightedAgreementColumn(columns, k),
    innerProduct: gradients.curve.innerProduct[at],
    meanAgreement: gradients.curve.innerProduct[gradients.curve.k.indexOf(1)],
  };
}
