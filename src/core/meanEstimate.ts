import type { PromptMean } from './counts/meanOverPrompts';
import { intervalOrNull } from './intervalOrNull';
import { numberOrNull } from './numberOrNull';
import type { MeanEstimate } from './reportShape';

/** A mean over prompts as a report writes it. */
export function meanEstimate({ count, mean, se, ci }: PromptMean): MeanEstimate {
  return { estimate: numberOrNull(mean), se: numberOrNull(se), ci: intervalOrNull(ci), prompts: count };
}
