import type { Interval } from '../reportShape';
import { intervalFactor } from './intervalFactor';

export interface PromptMean {
  /** Prompts with a known value. */
  readonly count: number;
  /** NaN when count = 0. */
  readonly mean: number;
  /** NaN when count < 2. */
  readonly se: number;
  /** 95%; [NaN, NaN] when count < 2. */
  readonly ci: Interval;
}

/**
 * Mean of a per-prompt estimate over the prompts, with the error of having drawn these prompts from many:
 *
 *     SE = sd(v)/√N,   95% interval: mean ± t_{N-1} SE for N < 50, ± 1.96 SE from there on
 *
 * The spread over prompts already contains the sampling noise of each (law of total variance).
 * Source: Miller 2024, arXiv:2411.00640; MATH.md 3.
 * @param values one per prompt, or per kind of prompt; NaN is unknown and left out
 * @param times how many prompts each value stands for; 1 without it
 */
export function meanOverPrompts(values: ArrayLike<number>, times?: ArrayLike<number>): PromptMean {
  let count = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const weight = times === undefined ? 1 : times[i];
    count += weight;
    sum += weight * values[i];
  }
  const mean = count === 0 ? NaN : sum / count;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i])) squares += (times === undefined ? 1 : times[i]) * (values[i] - mean) ** 2;
  }
  const se = count < 2 ? NaN : Math.sqrt(squares / (count - 1) / count);
  const reach = intervalFactor(count) * se;
  return { count, mean, se, ci: [mean - reach, mean + reach] };
}
