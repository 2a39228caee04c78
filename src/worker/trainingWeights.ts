import { weightColumn } from '../core/counts/weightColumn';
import { conflictParts } from '../core/mitigation/conflictParts';
import { mitigatedWeights } from '../core/mitigation/mitigatedWeights';
import { withoutPrompts } from '../core/mitigation/withoutPrompts';
import type { PromptColumns } from '../core/promptColumns';
import type { WeightChoice } from '../protocol/exporting';
import { InputError } from './inputError';
import { t } from '../texts/t';

/**
 * The weights to train with, [P]; NaN is unknown.
 * @param dropped ids of the prompts to leave out; one that the run does not have changes nothing
 * @throws InputError where a method takes gradients that the log does not have, or a k that is not on its curve
 */
export function trainingWeights(columns: PromptColumns, choice: WeightChoice, k: number, dropped: readonly string[]): Float64Array {
  const leftOut = new Set(dropped);
  const rows = columns.id.flatMap((id, row) => (leftOut.has(id) ? [row] : []));
  return withoutPrompts(chosenWeights(columns, choice, k), rows);
}

function chosenWeights(columns: PromptColumns, choice: WeightChoice, k: number): Float64Array {
  if (choice === 'even') return new Float64Array(columns.id.length).fill(1);
  if (choice === 'pass@k') return weightColumn(columns, k);
  if (!columns.gradients) throw new InputError(t`This log has no gradients, so what to do about a conflict is unknown.`);
  const parts = conflictParts(columns, k);
  if (!parts) throw new InputError(t`k = ${k} is not on the curve of this log: it takes more than ${k} samples of every prompt.`);
  return mitigatedWeights(parts, choice).weights;
}
