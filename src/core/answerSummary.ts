import { meanOverPrompts } from './counts/meanOverPrompts';
import { meanEstimate } from './meanEstimate';
import type { AnswerColumns } from './promptColumns';
import type { AnswerSummary } from './reportShape';

/** How scattered answers are, and how often the most frequent one is right. */
export function answerSummary({ distinct, entropy, majority }: AnswerColumns): AnswerSummary {
  const over = (column: Float64Array) => meanEstimate(meanOverPrompts(column));
  return { distinct: over(distinct), entropy: over(entropy), majority: over(majority) };
}
