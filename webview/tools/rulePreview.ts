import type { Filter } from '../../src/core/filter/parseFilter';
import type { PromptRow } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import type { FlagEvidence } from '../../src/protocol/messages';
import { formatCount } from '../numbers/formatCount';
import { t } from '../../src/texts/t';

/** What flagging by a rule would do. */
export interface RulePreview {
  /** Of the prompts that would be flagged. */
  readonly evidence: readonly FlagEvidence[];
  readonly sentence: string;
}

/**
 * The prompts that a rule names and that do not have the flag already. A rule that cannot be read in full names none: half of it
 * would name more than was meant.
 */
export function rulePreview(filter: Filter, rows: readonly PromptRow[], flags: readonly FlagState[], kind: string, k: number): RulePreview {
  if (!filter.ok) return { evidence: [], sentence: '' };
  const flagOf = new Map(flags.map(({ prompt_id: id, flag }) => [id, flag]));
  const named = rows.filter(filter.matches);
  const fresh = named.filter(({ id }) => flagOf.get(id) !== kind);
  const other = fresh.filter(({ id }) => flagOf.has(id)).length;
  const sentence = [
    t`${formatCount(named.length)} of ${formatCount(rows.length, 'prompt')}`,
    ...(named.length > fresh.length ? [t`${formatCount(named.length - fresh.length)} already flagged this way`] : []),
    ...(other > 0 ? [t`${formatCount(other)} with another flag, which this would replace`] : []),
  ].join('; ');
  return { evidence: fresh.map(({ id, weight, agreement }) => ({ id, k, weight, agreement })), sentence: `${sentence}.` };
}
