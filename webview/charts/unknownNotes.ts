import type { PromptRow } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { t } from '../../src/texts/t';

/** Prompts without an agreement, counted by their reason: "7 prompts unknown: one verdict only (4 unsolved, 3 saturated)." */
export function unknownNotes(rows: readonly PromptRow[]): string[] {
  let unsolved = 0;
  let saturated = 0;
  let other = 0;
  for (const row of rows) {
    if (row.agreement !== null) continue;
    if (row.state === 'unsolved') unsolved++;
    else if (row.state === 'saturated') saturated++;
    else other++;
  }
  const notes: string[] = [];
  const single = unsolved + saturated;
  if (single > 0) {
    notes.push(t`${formatCount(single, 'prompt')} unknown: one verdict only (${formatCount(unsolved)} unsolved, ${formatCount(saturated)} saturated).`);
  }
  if (other > 0) notes.push(t`${formatCount(other, 'prompt')} unknown: no gradient, or too few samples.`);
  return notes;
}
