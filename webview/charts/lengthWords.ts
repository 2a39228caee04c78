import type { LengthColumns } from '../../src/core/promptColumns';
import { t } from '../../src/texts/t';

const words: Readonly<Record<LengthColumns['unit'], string>> = {
  tokens: t`tokens`,
  characters: t`characters`,
  bytes: t`bytes`,
  unknown: t`units of length`,
};

/** What the lengths of a log count, in words. */
export function lengthWords(unit: LengthColumns['unit']): string {
  return words[unit];
}
