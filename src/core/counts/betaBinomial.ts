import { countGroups } from './countGroups';
import { risingSums } from './risingSums';
import { t } from '../../texts/t';

/** How pass rates are spread over prompts, Beta(α, β), with what is needed for the error of the fit. */
export interface BetaBinomialFit {
  readonly kind: 'fit';
  readonly alpha: number;
  readonly beta: number;
  /** Inverse of minus the log-likelihood's Hessian in (α, β): [αα, αβ, ββ]. */
  readonly covariance: readonly [number, number, number];
}

export interface BetaBinomialRefusal {
  readonly kind: 'refused';
  /** For the user, a clause. */
  readonly reason: string;
}

const fewestMixed = 20;

/**
 * Fits Beta(α, β) to the pass rates by maximum likelihood of the beta-binomial,
 *
 *     Σ_x log B(α + c, β + n - c) - log B(α, β),
 *
 * by Newton's method on (log α, log β) with exact rising-factorial sums, to 1e-12 in the parameters. Refused when it could
 * only mislead: nothing solved, everything solved, fewer than 20 prompts with 0 < c < n, or rates that differ no more
 * than chance. Source: MATH.md 2. Cost: O(max n) a step, a few dozen steps.
 * @param n samples of each prompt; prompts with n = 0 say nothing
 * @param c correct samples of each prompt
 */
export function betaBinomial(n: Int32Array, c: Int32Array): BetaBinomialFit | BetaBinomialRefusal {
  const reason = refusal(n, c);
  if (reason !== null) return { kind: 'refused', reason };
  const tails = tailCounts(n, c);
  let [logAlpha, logBeta] = start(n, c);
  let here = likelihood(tails, logAlpha, logBeta);
  for (let step = 0; step < 200; step++) {
    const [moveAlpha, moveBeta] = direction(here);
    let factor = Math.min(1, 2 / Math.max(Math.abs(moveAlpha), Math.abs(moveBeta)));
    let next = likelihood(tails, logAlpha + factor * moveAlpha, logBeta + factor * moveBeta);
    // Rounding of the likelihood itself must not stop the last steps.
    while (next.value < here.value - 1e-12 * Math.abs(here.value) && factor > 1e-9) {
      factor /= 2;
      next = likelihood(tails, logAlpha + factor * moveAlpha, logBeta + factor * moveBeta);
    }
    logAlpha += factor * moveAlpha;
    logBeta += factor * moveBeta;
    here = next;
    if (Math.max(logAlpha, logBeta) > Math.log(1e7)) break;
    if (Math.max(Math.abs(moveAlpha), Math.abs(moveBeta)) < 1e-12) return fitted(here, Math.exp(logAlpha), Math.exp(logBeta));
  }
  return { kind: 'refused', reason: t`the pass rates of the prompts differ no more than chance` };
}

function refusal(n: Int32Array, c: Int32Array): string | null {
  let sampled = 0;
  let unsolved = 0;
  let saturated = 0;
  for (let x = 0; x < n.length; x++) {
    if (n[x] === 0) continue;
    sampled++;
    if (c[x] === 0) unsolved++;
    else if (c[x] === n[x]) saturated++;
  }
  const mixed = sampled - unsolved - saturated;
  if (sampled === 0) return t`no prompt has samples`;
  if (unsolved === sampled) return t`no prompt was ever solved`;
  if (saturated === sampled) return t`every prompt was always solved`;
  return mixed < fewestMixed ? t`too few prompts have both correct and wrong samples, ${mixed} of the ${fewestMixed} that are needed` : null;
}

/** How many prompts have c > i, n - c > i, n > i: the log-likelihood is a sum over i weighted by these. */
interface TailCounts {
  readonly correct: Float64Array;
  readonly wrong: Float64Array;
  readonly all: Float64Array;
}

function tailCounts(n: Int32Array, c: Int32Array): TailCounts {
  const longest = n.reduce((most, count) => Math.max(most, count), 0);
  const tails = { correct: new Float64Array(longest), wrong: new Float64Array(longest), all: new Float64Array(longest) };
  const groups = countGroups(n, c);
  for (let group = 0; group < groups.size.length; group++) {
    const right = groups.c[group];
    const all = groups.n[group];
    if (right > 0) tails.correct[right - 1] += groups.size[group];
    if (all > right) tails.wrong[all - right - 1] += groups.size[group];
    if (all > 0) tails.all[all - 1] += groups.size[group];
  }
  for (let i = longest - 2; i >= 0; i--) {
    tails.correct[i] += tails.correct[i + 1];
    tails.wrong[i] += tails.wrong[i + 1];
    tails.all[i] += tails.all[i + 1];
  }
  return tails;
}

/** Method of moments, kept where the search is safe. */
function start(n: Int32Array, c: Int32Array): [number, number] {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let x = 0; x < n.length; x++) {
    if (n[x] === 0) continue;
    count++;
    const rate = c[x] / n[x];
    const away = rate - mean;
    mean += away / count;
    squares += away * (rate - mean);
  }
  const variance = Math.max(squares / count, 1e-4);
  const total = Math.min(Math.max((mean * (1 - mean)) / variance - 1, 0.1), 100);
  return [Math.log(mean * total), Math.log((1 - mean) * total)];
}

interface Likelihood {
  readonly value: number;
  /** First and second derivatives in (log α, log β). */
  readonly slope: readonly [number, number];
  readonly bend: readonly [number, number, number];
  /** Second derivatives in (α, β). */
  readonly bendPlain: readonly [number, number, number];
}

function likelihood(tails: TailCounts, logAlpha: number, logBeta: number): Likelihood {
  const alpha = Math.exp(logAlpha);
  const beta = Math.exp(logBeta);
  const right = risingSums(alpha, tails.correct);
  const wrong = risingSums(beta, tails.wrong);
  const all = risingSums(alpha + beta, tails.all);
  const slopeAlpha = right.first - all.first;
  const slopeBeta = wrong.first - all.first;
  const plain = [all.second - right.second, all.second, all.second - wrong.second] as const;
  return {
    value: right.log + wrong.log - all.log,
    slope: [alpha * slopeAlpha, beta * slopeBeta],
    bend: [
      alpha * alpha * plain[0] + alpha * slopeAlpha,
      alpha * beta * plain[1],
      beta * beta * plain[2] + beta * slopeBeta,
    ],
    bendPlain: plain,
  };
}

/** Newton's step where the log-likelihood is concave, else uphill. */
function direction({ slope, bend }: Likelihood): [number, number] {
  const [aa, ab, bb] = bend;
  const determinant = aa * bb - ab * ab;
  if (aa < 0 && determinant > 0) {
    return [-(bb * slope[0] - ab * slope[1]) / determinant, -(aa * slope[1] - ab * slope[0]) / determinant];
  }
  const length = Math.hypot(slope[0], slope[1]);
  return [slope[0] / length, slope[1] / length];
}

function fitted(at: Likelihood, alpha: number, beta: number): BetaBinomialFit {
  const [aa, ab, bb] = at.bendPlain;
  const determinant = aa * bb - ab * ab;
  return { kind: 'fit', alpha, beta, covariance: [-bb / determinant, ab / determinant, -aa / determinant] };
}
