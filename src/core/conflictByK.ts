import { intervalFactor } from './counts/intervalFactor';
import { normalQuantile975 } from './counts/normalQuantile975';
import { conflictIntervals } from './interference/conflictIntervals';
import { verdict } from './interference/verdict';
import { intervalOrNull } from './intervalOrNull';
import { numberOrNull } from './numberOrNull';
import type { GradientColumns } from './promptColumns';
import type { ConflictSummary, InnerProductEstimate, Interval } from './reportShape';

/** What the conflict curve says at each k: intervals and verdicts. */
export interface ConflictAtK {
  /** Prompts that take part. */
  readonly size: number;
  readonly byK: ConflictSummary['byK'];
  readonly intervals: readonly Interval[];
}

/** The verdict at every k of the curve, pointwise: the values at different k share the same samples. */
export function conflictByK(gradients: GradientColumns): ConflictAtK {
  const { curve } = gradients;
  const size = includedCount(gradients);
  const byK = Array.from(curve.k, (k, i) => {
    const { innerProduct, ci, verdict: word } = benchmarkEstimate(gradients, size, i);
    return { k, innerProduct, ci, verdict: word };
  });
  return { size, byK, intervals: conflictIntervals(curve.k, byK.map((row) => row.verdict)) };
}

/**
 * The inner product of this benchmark at one place of the curve. Its error comes from the samples, so the interval is ±1.96
 * standard errors; where the error had to be borrowed from the spread over prompts, a small number of them counts.
 */
export function benchmarkEstimate(gradients: GradientColumns, size: number, at: number): InnerProductEstimate {
  const { curve, estimator, source } = gradients;
  const fromSamples = estimator === 'unbiased' && source === 'score_grad';
  return estimate(curve.innerProduct[at], curve.se[at], fromSamples ? normalQuantile975 : intervalFactor(size));
}

/** The inner product of the population that the prompts were drawn from, at one place of the curve. */
export function populationEstimate({ curve }: GradientColumns, size: number, at: number): InnerProductEstimate {
  return estimate(curve.populationInnerProduct[at], curve.populationSe[at], intervalFactor(size));
}

function includedCount({ included }: GradientColumns): number {
  return included.reduce((sum, one) => sum + one, 0);
}

function estimate(innerProduct: number, se: number, factor: number): InnerProductEstimate {
  const reach = se === 0 ? 0 : factor * se;
  const ci: Interval = [innerProduct - reach, innerProduct + reach];
  return { innerProduct: numberOrNull(innerProduct), se: numberOrNull(se), ci: intervalOrNull(ci), verdict: verdict(ci) };
}
