import type { GradientColumns, PairSums } from '../promptColumns';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import type { GradientSpread } from './gradientSpread';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { populationErrors } from './populationErrors';
import type { MakeProjector } from './projector';
import { sampledConflictCurve } from './sampledConflictCurve';
import { selfPairWeights } from './selfPairWeights';

/**
 * The gradient columns from per-sample score vectors or prompt summaries, all without bias (MATH.md 4.3).
 * @param population of the first pass
 * @param spread the second pass; null (or incomplete) when there is none, as for summaries: then the standard error of the
 *   inner product is the prompt population's, as a bound, and the agreement's is NaN
 * @param source where the vectors came from
 * @param projection how they were projected, in the log's own words
 * @param makeProjector something faster than plainProjector, for many prompts
 * Cost: O(P·K·d).
 */
export function sampledGradientColumns(
  population: GradientPopulation,
  spread: GradientSpread | null,
  source: 'score_grad' | 'summary',
  projection: string | null,
  makeProjector?: MakeProjector,
): GradientColumns {
  const { sums, included, n } = population;
  const pairs = pairSums(population);
  const known = spread?.complete ? spread : null;
  const curve = sampledConflictCurve(population, pairs);
  const populationSe = populationErrors(population, pairs, curve.populationInnerProduct, makeProjector);
  const se = known?.innerProductSe() ?? populationSe;
  return {
    source,
    estimator: 'unbiased',
    dimension: sums.dimension,
    projection,
    included,
    agreement: agreements(population, pairs),
    agreementSe: known?.agreementSe() ?? new Float64Array(n.length).fill(NaN),
    pairs,
    // Where nothing was measured the jackknife finds no spread; that is not certainty.
    curve: { ...curve, se: se.map((error, i) => (Number.isNaN(curve.innerProduct[i]) ? NaN : error)), populationSe },
  };
}

/** a(x) = (1/N) [ĝ(x)·(G - ĝ(x)) + unbiased |∇p(x)|²]; NaN where all samples share one verdict, or the prompt is left out. */
function agreements({ n, c, included, size }: GradientPopulation, pairs: PairSums): Float64Array {
  const result = new Float64Array(n.length).fill(NaN);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt] || c[prompt] === 0 || c[prompt] === n[prompt]) continue;
    const rest = leaveOneOutWeights(n[prompt], c[prompt], 1);
    const self = selfPairWeights(n[prompt], c[prompt], () => 1);
    result[prompt] =
      (rest.correct * pairs.correctDotRest[prompt] -
        rest.wrong * pairs.wrongDotRest[prompt] +
        self.correct * pairs.correctPairs[prompt] -
        self.cross * pairs.crossPairs[prompt] +
        self.wrong * pairs.wrongPairs[prompt]) /
      size;
  }
  return result;
}

/** The pair sums of the included prompts; NaN for the others. */
function pairSums({ sums, n, c, included, gradients }: GradientPopulation): PairSums {
  const unknown = (): Float64Array => new Float64Array(n.length).fill(NaN);
  const pairs = {
    n,
    c,
    correctDotRest: unknown(),
    wrongDotRest: unknown(),
    correctPairs: unknown(),
    crossPairs: unknown(),
    wrongPairs: unknown(),
  };
  const d = sums.dimension;
  const zero = new Float64Array(d);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt]) continue;
    const correct = sums.sumCorrect(prompt) ?? zero;
    const wrong = sums.sumWrong(prompt) ?? zero;
    const own = leaveOneOutWeights(n[prompt], c[prompt], 1);
    const cc = dotProduct(correct, 0, correct, 0, d);
    const cw = dotProduct(correct, 0, wrong, 0, d);
    const ww = dotProduct(wrong, 0, wrong, 0, d);
    pairs.correctDotRest[prompt] = dotProduct(correct, 0, gradients, 0, d) - (own.correct * cc - own.wrong * cw);
    pairs.wrongDotRest[prompt] = dotProduct(wrong, 0, gradients, 0, d) - (own.correct * cw - own.wrong * ww);
    pairs.correctPairs[prompt] = cc - sums.squaresCorrect(prompt);
    pairs.crossPairs[prompt] = 2 * cw;
    pairs.wrongPairs[prompt] = ww - sums.squaresWrong(prompt);
  }
  return pairs;
}
