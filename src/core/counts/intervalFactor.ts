import { normalQuantile975 } from './normalQuantile975';
import { tQuantile975 } from './tQuantile975';

const few = 50;
const known: number[] = [];

/**
 * By how many standard errors a 95% interval of a mean over `count` prompts reaches to either side: Student's t with
 * count - 1 degrees of freedom for fewer than 50 prompts, the normal distribution's from there on (MATH.md 3).
 * @returns NaN for fewer than two prompts: their spread is unknown
 */
export function intervalFactor(count: number): number {
  if (count < 2) return NaN;
  return count < few ? (known[count] ??= tQuantile975(count - 1)) : normalQuantile975;
}
