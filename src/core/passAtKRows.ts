import { betaBinomialPassAtK } from './counts/betaBinomialPassAtK';
import { exactPassAtK } from './counts/exactPassAtK';
import { meanOverPrompts } from './counts/meanOverPrompts';
import { passAtK } from './counts/passAtK';
import { passAtKInterval } from './counts/passAtKInterval';
import { intervalOrNull } from './intervalOrNull';
import { numberOrNull } from './numberOrNull';
import type { ReportBasis } from './reportBasis';
import type { EstimateStatus, PassAtKRow } from './reportShape';

/** The largest k shown unasked where only exact rates are known and nothing limits it. */
const exactUpTo = 64;

/**
 * pass@k for k = 1, 2, 4, … to the most samples a prompt has, and every k asked for, ascending. Each the mean over the
 * prompts with at least k samples (or an exact rate); beyond all of them, the beta-binomial's, where it may speak.
 *
 * More draws never solve less. So where the same prompts speak, what is sure of pass@j is sure of pass@k for k > j: over these
 * rows neither end of the interval falls with k, though each k alone would let it, as its error grows, and the model, which
 * sees nothing of itself being wrong, is no surer of the best than the samples are.
 */
export function passAtKRows(basis: ReportBasis, asked: readonly number[]): PassAtKRow[] {
  const last = basis.mostSamples > 0 ? basis.mostSamples : basis.exactRates.length > 0 ? exactUpTo : 0;
  const ks = new Set(asked);
  for (let k = 1; k <= last; k *= 2) ks.add(k);
  return neverFalling([...ks].sort((a, b) => a - b).map((k) => rowAlone(basis, k)), basis);
}

/** What is known of fewer draws of the same prompts holds of more: see above. */
function neverFalling(rows: readonly PassAtKRow[], basis: ReportBasis): PassAtKRow[] {
  const shared = basis.fewestSamples === 0 ? Infinity : basis.fewestSamples;
  // Prompts that all come to be solved within their samples are no proof of more than so many of them are.
  const last = basis.fewestSamples === 0 ? null : rowAlone(basis, basis.fewestSamples);
  const most = last?.estimate === 1 && last.ci !== null ? last.ci[0] : 1;
  let [low, high] = [0, 0];
  return rows.map((row) => {
    // Of other prompts than those before: the ones that have so many samples.
    if (row.ci === null || (row.k > shared && row.status !== 'extrapolated')) return row;
    low = Math.min(most, Math.max(low, row.ci[0]));
    high = Math.max(high, row.ci[1]);
    return { ...row, ci: [low, high] };
  });
}

/** The row of a k, without what is known of other k. */
function rowAlone(basis: ReportBasis, k: number): PassAtKRow {
  const row = basis.passAtKRows.get(k) ?? passAtKRow(basis, k);
  basis.passAtKRows.set(k, row);
  return row;
}

function passAtKRow(basis: ReportBasis, k: number): PassAtKRow {
  const { groups, exactRates, fewestSamples } = basis;
  const counted = Array.from(groups.n, (n, group) => passAtK(n, groups.c[group], k));
  const exact = Array.from(exactRates, (rate) => exactPassAtK(rate, k));
  const mean = meanOverPrompts([...counted, ...exact], [...groups.size, ...exact.map(() => 1)]);
  if (mean.count === 0) return extrapolatedRow(basis, k);
  // Prompts without samples say nothing of how far the others reach; without counted prompts nothing is fragile.
  const status: EstimateStatus = fewestSamples === 0 || 2 * k <= fewestSamples ? 'solid' : 'fragile';
  return {
    k,
    estimate: numberOrNull(mean.mean),
    se: numberOrNull(mean.se),
    ci: intervalOrNull(passAtKInterval(mean)),
    prompts: mean.count,
    status,
  };
}

/**
 * The model's pass@k, never below what the samples themselves show of all prompts with fewer draws: right after the last k
 * of the samples the model, which shrinks each rate towards the others, can lie a little lower, and more draws never solve less.
 */
function extrapolatedRow(basis: ReportBasis, k: number): PassAtKRow {
  const fit = basis.betaBinomial();
  if (fit.kind === 'refused') return { k, estimate: null, se: null, ci: null, prompts: 0, status: 'extrapolated' };
  const { estimate, se, ci, prompts } = betaBinomialPassAtK(fit, basis.groups, k);
  const { n, c, size } = basis.groups;
  const reached = meanOverPrompts(Array.from(n, (count, group) => (count === 0 ? NaN : passAtK(count, c[group], basis.fewestSamples))), size).mean;
  const least = Math.max(estimate, reached);
  return { k, estimate: numberOrNull(least), se: numberOrNull(se), ci: intervalOrNull([ci[0], Math.max(ci[1], least)]), prompts, status: 'extrapolated' };
}
