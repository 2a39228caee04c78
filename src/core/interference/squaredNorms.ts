import { logQ } from '../counts/logQ';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';
import { pairSum, type PairGroup } from './pairGroups';
import { selfPairWeights } from './selfPairWeights';

/**
 * |∇J_k|² without bias. For this benchmark by the pair formula with w_k² estimated by k² q_{2k-2} from the other n - 2
 * samples, which needs 2k - 2 <= n - 2, else NaN; for the prompt population without the diagonal, which does not.
 * @param at index of k among population.ks
 */
export function squaredNorms(
  { ks, size, gradients, sums }: GradientPopulation,
  groups: readonly PairGroup[],
  at: number,
): { benchmark: number; population: number } {
  const k = ks[at];
  const d = sums.dimension;
  const weightSquare = (m: number, correct: number): number => k * k * Math.exp(logQ(m, correct, 2 * k - 2));
  const possible = groups.every(({ n }) => 2 * k - 2 <= n - 2);
  let own = 0;
  let self = possible ? 0 : NaN;
  for (const group of groups) {
    const { correct, wrong } = leaveOneOutWeights(group.n, group.c, k);
    own +=
      correct ** 2 * (group.correctPairs + group.squaresCorrect) -
      correct * wrong * group.crossPairs +
      wrong ** 2 * (group.wrongPairs + group.squaresWrong);
    if (possible) self += pairSum(selfPairWeights(group.n, group.c, weightSquare), group);
  }
  const off = dotProduct(gradients, at * d, gradients, at * d, d) - own;
  return { benchmark: (off + self) / size ** 2, population: size > 1 ? off / (size * (size - 1)) : NaN };
}
