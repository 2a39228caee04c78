import { benchmarkEstimate, populationEstimate, type ConflictAtK } from './conflictByK';
import { exactWeight } from './counts/exactWeight';
import { meanOverPrompts } from './counts/meanOverPrompts';
import { passAtKWeight } from './counts/passAtKWeight';
import { countedPairs } from './interference/countedPairs';
import { numberOrNull } from './numberOrNull';
import type { GradientColumns } from './promptColumns';
import { promptGroup } from './promptGroup';
import type { ReportBasis } from './reportBasis';
import type { ConflictSummary, GroupSummary, InnerProductEstimate, PromptGroup } from './reportShape';

const unknownEstimate: InnerProductEstimate = { innerProduct: null, se: null, ci: null, verdict: 'inconclusive' };

/**
 * Whether a pass@k update would lower pass@1: <∇J_k, ∇J1> = E[w a] at k, and its parts (arXiv:2602.21189, prop. 4.1):
 *
 *     E[w a] = E[w] E[a] + cov(w, a);   like for like: E[w a]/E[w] against E[a]
 *
 * A k that is not on the curve leaves the inner product unknown.
 */
export function conflictSummary(
  gradients: GradientColumns,
  conflict: ConflictAtK,
  basis: ReportBasis,
  options: { readonly k: number; readonly hardBelow: number; readonly easyAbove: number },
): ConflictSummary {
  const { curve, estimator } = gradients;
  const { size } = conflict;
  const at = curve.k.indexOf(options.k);
  const benchmark = at < 0 ? unknownEstimate : benchmarkEstimate(gradients, size, at);
  const innerProduct = at < 0 ? NaN : curve.innerProduct[at];
  const meanAgreement = curve.innerProduct[curve.k.indexOf(1)] ?? NaN;
  const meanWeight = includedMeanWeight(gradients, basis, options.k);
  const weightedMean = innerProduct / meanWeight;
  return {
    k: options.k,
    estimator,
    ...benchmark,
    sum: numberOrNull(innerProduct * size),
    cosine: at < 0 ? null : numberOrNull(curve.cosine[at]),
    plugIn: at < 0 || estimator !== 'unbiased' ? null : numberOrNull(curve.plugIn[at]),
    population: at < 0 ? unknownEstimate : populationEstimate(gradients, size, at),
    meanWeight: numberOrNull(meanWeight),
    meanAgreement: numberOrNull(meanAgreement),
    covariance: numberOrNull(innerProduct - meanWeight * meanAgreement),
    weightedMeanAgreement: numberOrNull(weightedMean),
    shift: numberOrNull(weightedMean - meanAgreement),
    byK: conflict.byK,
    intervals: conflict.intervals,
    groups: {
      hard: { below: options.hardBelow, ...groupSummary('hard', gradients, basis, options) },
      easy: { above: options.easyAbove, ...groupSummary('easy', gradients, basis, options) },
    },
  };
}

/** E[w] over the prompts that take part, estimated as the inner product estimates w. */
function includedMeanWeight(gradients: GradientColumns, { rate }: ReportBasis, k: number): number {
  if (gradients.pairs !== null) {
    const groups = countedPairs(gradients);
    const weights = Array.from(groups.n, (n, group) => passAtKWeight(n, groups.c[group], k));
    return weights.some(Number.isNaN) ? NaN : meanOverPrompts(weights, groups.size).mean;
  }
  return meanOverPrompts(rate.map((known, prompt) => (gradients.included[prompt] ? exactWeight(known, k) : NaN))).mean;
}

function groupSummary(
  wanted: PromptGroup,
  { agreement }: GradientColumns,
  { rate }: ReportBasis,
  { hardBelow, easyAbove }: { readonly hardBelow: number; readonly easyAbove: number },
): GroupSummary {
  let count = 0;
  let known = 0;
  let sum = 0;
  let negative = 0;
  for (let prompt = 0; prompt < rate.length; prompt++) {
    if (promptGroup(rate[prompt], hardBelow, easyAbove) !== wanted) continue;
    count++;
    if (Number.isNaN(agreement[prompt])) continue;
    known++;
    sum += agreement[prompt];
    if (agreement[prompt] < 0) negative++;
  }
  return { count, meanAgreement: known === 0 ? null : sum / known, negative };
}
