import type { PromptGroup } from './reportShape';

/** Rates sit on bin edges, and 1 - 0.9 is a little below 0.1: a rate this near to a threshold counts as on it. */
const edge = 1e-9;

/**
 * hard if the pass rate is below `hardBelow`, easy if it is above `easyAbove`, else middle: a rate on a threshold is middle.
 * @returns null for an unknown rate
 */
export function promptGroup(rate: number, hardBelow: number, easyAbove: number): PromptGroup | null {
  if (Number.isNaN(rate)) return null;
  if (rate < hardBelow - edge) return 'hard';
  return rate > easyAbove + edge ? 'easy' : 'middle';
}
