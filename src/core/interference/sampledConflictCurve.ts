import { exactWeight } from '../counts/exactWeight';
import { passAtKWeight } from '../counts/passAtKWeight';
import type { ConflictCurve, PairSums } from '../promptColumns';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { offDiagonal, pairGroups, pairSum } from './pairGroups';
import { selfPairWeights } from './selfPairWeights';
import { squaredNorms } from './squaredNorms';

/**
 * <∇J_k, ∇J1> at every k on offer, for this benchmark and for the prompt population, with cosine and plug-in; without the
 * standard errors. NaN everywhere when no included prompt has both verdicts: then nothing was measured.
 *
 *     benchmark:  N^-2 [H_k·G - Σ ĥ_k·ĝ + Σ wself_k],   population: [H_k·G - Σ ĥ_k·ĝ] / (N(N-1))
 *     plug-in:    mean over x of w_k(c/n) <S_c(x)/n, mean of S_c/n>, biased; what the paper does
 *     cosine:     benchmark over the root of both squared norms; all three of the population where k is too large for that
 *
 * Source: MATH.md 4.2, 4.3. Cost: O(M·K) for M distinct (n, c), and O(K·d).
 */
export function sampledConflictCurve(
  population: GradientPopulation,
  pairs: PairSums,
): Omit<ConflictCurve, 'se' | 'populationSe'> {
  const { ks, size } = population;
  const curve = {
    k: ks,
    innerProduct: new Float64Array(ks.length).fill(NaN),
    populationInnerProduct: new Float64Array(ks.length).fill(NaN),
    cosine: new Float64Array(ks.length).fill(NaN),
    plugIn: new Float64Array(ks.length).fill(NaN),
  };
  const groups = pairGroups(population, pairs);
  if (!groups.some(({ n, c }) => c > 0 && c < n)) return curve;
  const norms1 = squaredNorms(population, groups, 0);
  for (let i = 0; i < ks.length; i++) {
    const k = ks[i];
    let off = 0;
    let self = 0;
    let plain = 0;
    for (const group of groups) {
      const { n, c } = group;
      off += offDiagonal(leaveOneOutWeights(n, c, k), group);
      self += pairSum(selfPairWeights(n, c, (m, correct) => passAtKWeight(m, correct, k)), group);
      plain += exactWeight(c / n, k) * group.plainDotMean;
    }
    curve.innerProduct[i] = (off + self) / size ** 2;
    curve.populationInnerProduct[i] = size > 1 ? off / (size * (size - 1)) : NaN;
    curve.plugIn[i] = plain / size ** 2;
    const norms = squaredNorms(population, groups, i);
    curve.cosine[i] = Number.isNaN(norms.benchmark)
      ? cosine(curve.populationInnerProduct[i], norms1.population, norms.population)
      : cosine(curve.innerProduct[i], norms1.benchmark, norms.benchmark);
  }
  return curve;
}

/** NaN unless both squared norms are above 0; the estimates can stray beyond ±1, a cosine cannot. */
function cosine(product: number, square1: number, squareK: number): number {
  if (!(square1 > 0 && squareK > 0)) return NaN;
  return Math.max(-1, Math.min(1, product / Math.sqrt(square1 * squareK)));
}
