import type { Interval } from '../reportShape';
import type { BetaBinomialFit } from './betaBinomial';
import { checkDraws } from './checkCounts';
import type { CountGroups } from './countGroups';
import { meanRateInterval } from './meanRateInterval';

export interface ExtrapolatedPassAtK {
  readonly estimate: number;
  readonly se: number;
  /** 95%, within [0, 1]. */
  readonly ci: Interval;
  readonly prompts: number;
}

/**
 * Model-based pass@k for k above n, where no unbiased estimate exists: the mean over prompts of the posterior mean
 *
 *     1 - B(α+c, β+n-c+k) / B(α+c, β+n-c)
 *
 * under the fitted Beta(α, β). Governed by α, that is by rates below 1/n, which the data hardly see: label it so.
 * The band is the delta method over prompts (sandwich: each prompt's own share plus its pull on α and β), not a
 * bootstrap; it knows nothing of the model being wrong. Source: MATH.md 2. Cost: O(min(k, 1000) + n) a group.
 * @throws RangeError if k is not a whole number >= 1
 */
export function betaBinomialPassAtK(fit: BetaBinomialFit, groups: CountGroups, k: number): ExtrapolatedPassAtK {
  checkDraws('betaBinomialPassAtK', k);
  const parts: Posterior[] = [];
  let prompts = 0;
  let sum = 0;
  let slopeAlpha = 0;
  let slopeBeta = 0;
  for (let group = 0; group < groups.size.length; group++) {
    const size = groups.n[group] > 0 ? groups.size[group] : 0;
    if (size === 0) continue;
    const part = posterior(fit, groups.n[group], groups.c[group], k, size);
    parts.push(part);
    prompts += size;
    sum += size * part.passAtK;
    slopeAlpha += size * part.slopeAlpha;
    slopeBeta += size * part.slopeBeta;
  }
  const estimate = sum / prompts;
  const [aa, ab, bb] = fit.covariance;
  const pullAlpha = (aa * slopeAlpha + ab * slopeBeta) / prompts;
  const pullBeta = (ab * slopeAlpha + bb * slopeBeta) / prompts;
  let squares = 0;
  for (const part of parts) {
    const away = (part.passAtK - estimate) / prompts + pullAlpha * part.scoreAlpha + pullBeta * part.scoreBeta;
    squares += part.size * away ** 2;
  }
  const se = Math.sqrt((squares * prompts) / (prompts - 1));
  return { estimate, se, ci: meanRateInterval(estimate, se, prompts), prompts };
}

/** Factors multiplied one by one; the rest of the product comes from Stirling's series. */
const longestProduct = 1000;

interface Posterior {
  readonly size: number;
  readonly passAtK: number;
  /** Derivatives of passAtK in α and β. */
  readonly slopeAlpha: number;
  readonly slopeBeta: number;
  /** Derivatives of one prompt's log-likelihood in α and β. */
  readonly scoreAlpha: number;
  readonly scoreBeta: number;
}

function posterior({ alpha, beta }: BetaBinomialFit, n: number, c: number, k: number, size: number): Posterior {
  const total = alpha + beta + n;
  const wrong = beta + n - c;
  const factors = Math.min(k, longestProduct);
  let logMissed = 0;
  let perTotal = 0;
  let perWrong = 0;
  for (let i = 0; i < factors; i++) {
    logMissed += Math.log1p(-(alpha + c) / (total + i));
    perTotal += 1 / (total + i);
    perWrong += 1 / (wrong + i);
  }
  if (k > factors) {
    logMissed -= logGammaRatio(wrong + k, alpha + c) - logGammaRatio(wrong + factors, alpha + c);
    perTotal += digamma(total + k) - digamma(total + factors);
    perWrong += digamma(wrong + k) - digamma(wrong + factors);
  }
  const missed = Math.exp(logMissed);
  const perAll = harmonic(alpha + beta, n);
  return {
    size,
    passAtK: -Math.expm1(logMissed),
    slopeAlpha: missed * perTotal,
    slopeBeta: -missed * (perWrong - perTotal),
    scoreAlpha: harmonic(alpha, c) - perAll,
    scoreBeta: harmonic(beta, n - c) - perAll,
  };
}

/** Σ_{i<count} 1/(a + i) */
function harmonic(a: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += 1 / (a + i);
  return sum;
}

/** log Γ(x + d) - log Γ(x) for x >= 1000, by Stirling's series with the large terms cancelled on paper. */
function logGammaRatio(x: number, d: number): number {
  return d * Math.log(x) + (x + d - 0.5) * Math.log1p(d / x) - d + 1 / (12 * (x + d)) - 1 / (12 * x);
}

/** ψ(x), the derivative of log Γ, for x >= 1000. */
function digamma(x: number): number {
  return Math.log(x) - 1 / (2 * x) - 1 / (12 * x * x);
}
