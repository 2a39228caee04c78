import { formatCount } from '../numbers/formatCount';
import type { CompareInput } from './compareInput';
import { t } from '../../src/texts/t';

/** What the pictures of a comparison rest on. */
export function compareBasis({ comparison: { prompts } }: Pick<CompareInput, 'comparison'>): string {
  return t`${formatCount(prompts.paired, 'prompt')} in both, paired · observed, not a gradient measurement`;
}
