import { answerOf, type Answers } from './answers';

/** The cosine of the gradients of two prompts, as the heatmap has it; null where it is unknown, or not worked out for one of them. */
export function cosineOf(answers: Answers, first: number, second: number): number | null {
  const kernel = answerOf(answers, 'kernel');
  if (kernel === null) return null;
  const [row, column] = [kernel.prompts.indexOf(first), kernel.prompts.indexOf(second)];
  if (row < 0 || column < 0) return null;
  const cosine = kernel.cosine[row * kernel.prompts.length + column]!;
  return Number.isNaN(cosine) ? null : cosine;
}
