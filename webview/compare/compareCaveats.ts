import type { Comparison } from '../../src/core/compare/comparisonShape';
import { formatCount } from '../numbers/formatCount';
import { formatShortId } from '../numbers/formatShortId';
import { t } from '../../src/texts/t';

export interface NamedCaveat {
  readonly text: string;
  /** The prompts that it is about, all of them. */
  readonly ids: readonly string[];
  readonly warns: boolean;
}

/** What a reader must know before believing the movements: prompts in one of both only, other texts under one id, few prompts. */
export function compareCaveats({ prompts }: Comparison, names: readonly [string, string]): NamedCaveat[] {
  const { paired, onlyBefore, onlyAfter, withoutSamples, otherText } = prompts;
  const [before, after] = names.map((name) => `“${formatShortId(name, 40)}”`);
  const found: NamedCaveat[] = [];
  const add = (ids: readonly string[], warns: boolean, text: (counted: string) => string): void => {
    if (ids.length > 0) found.push({ ids, warns, text: text(formatCount(ids.length, 'prompt')) });
  };
  add(otherText, true, (counted) => (otherText.length === 1 ? t`${counted} has another text under the same id: what is compared may be two different tasks.` : t`${counted} have another text under the same id: what is compared may be two different tasks.`));
  add(onlyBefore, onlyBefore.length > 0.1 * paired, (counted) => t`${counted} only in ${before}: left out.`);
  add(onlyAfter, onlyAfter.length > 0.1 * paired, (counted) => t`${counted} only in ${after}: left out.`);
  add(withoutSamples, false, (counted) => t`${counted} without samples on one of the two sides: left out.`);
  if (paired < 20) found.push({ ids: [], warns: true, text: t`Only ${formatCount(paired, 'prompt')} in both: intervals over so few prompts are rough.` });
  return found;
}
