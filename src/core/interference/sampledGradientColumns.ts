import type { GradientColumns, PairSums } from '../promptColumns';
import type { GradientPopulation } from './gradientPopulation';
import type { GradientSpread } from './gradientSpread';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { populationErrors } from './populationErrors';
import { promptProducts, type ProductsOf } from './promptProducts';
import { sampledConflictCurve } from './sampledConflictCurve';
import { selfPairWeights } from './selfPairWeights';

/**
 * The gradient columns from per-sample score vectors or prompt summaries, all without bias (MATH.md 4.3).
 * @param population of the first pass
 * @param spread the second pass; null (or incomplete) when there is none, as for summaries: then the standard error of the
 *   inner product is the prompt population's, as a bound, and the agreement's is NaN
 * @param source where the vectors came from
 * @param projection how they were projected, in the log's own words
 * @param productsOf absent: worked out here
 * Cost: O(P·K·d).
 */
export function sampledGradientColumns(
  population: GradientPopulation,
  spread: GradientSpread | null,
  source: 'score_grad' | 'summary',
  projection: string | null,
  productsOf: ProductsOf = promptProducts(population),
): GradientColumns {
  const { sums, included, n } = population;
  const pairs = pairSums(population, productsOf);
  const known = spread?.complete ? spread : null;
  const curve = sampledConflictCurve(population, pairs);
  const populationSe = populationErrors(population, pairs, curve.populationInnerProduct, productsOf);
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
function pairSums({ sums, n, c, included }: GradientPopulation, productsOf: ProductsOf): PairSums {
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
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (!included[prompt]) continue;
    const own = leaveOneOutWeights(n[prompt], c[prompt], 1);
    const { correctCorrect, correctWrong, wrongWrong, correct, wrong } = productsOf(prompt, 1);
    pairs.correctDotRest[prompt] = correct[0] - (own.correct * correctCorrect - own.wrong * correctWrong);
    pairs.wrongDotRest[prompt] = wrong[0] - (own.correct * correctWrong - own.wrong * wrongWrong);
    pairs.correctPairs[prompt] = correctCorrect - sums.squaresCorrect(prompt);
    pairs.crossPairs[prompt] = 2 * correctWrong;
    pairs.wrongPairs[prompt] = wrongWrong - sums.squaresWrong(prompt);
  }
  return pairs;
}
