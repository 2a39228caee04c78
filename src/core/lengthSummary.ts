import { lengthGap } from './counts/lengthGap';
import { meanOverPrompts } from './counts/meanOverPrompts';
import { meanEstimate } from './meanEstimate';
import type { LengthColumns } from './promptColumns';
import type { LengthSummary } from './reportShape';

/** How long correct and wrong responses are, and how they differ within a prompt. */
export function lengthSummary(lengths: LengthColumns): LengthSummary {
  return {
    unit: lengths.unit,
    correct: meanEstimate(meanOverPrompts(lengths.correct)),
    wrong: meanEstimate(meanOverPrompts(lengths.wrong)),
    gap: meanEstimate(lengthGap(lengths)),
  };
}
