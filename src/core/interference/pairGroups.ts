import { countGroups } from '../counts/countGroups';
import type { PairSums } from '../promptColumns';
import { dotProduct } from './dotProduct';
import type { GradientPopulation } from './gradientPopulation';
import type { LeaveOneOutWeights } from './leaveOneOutWeights';
import type { SelfPairWeights } from './selfPairWeights';

/** All that matters of the prompts with one (n, c), summed over them. */
export interface PairGroup {
  readonly n: number;
  readonly c: number;
  correctDotRest: number;
  wrongDotRest: number;
  correctPairs: number;
  crossPairs: number;
  wrongPairs: number;
  squaresCorrect: number;
  squaresWrong: number;
  /** <S_c/n, Σ S_c/n> */
  plainDotMean: number;
}

/** The included prompts' pair sums, added up over prompts with equal (n, c): the work per k then does not grow with P. */
export function pairGroups({ sums, n, c, included, plainGradient }: GradientPopulation, pairs: PairSums): PairGroup[] {
  const groups = countGroups(n, c, included);
  const result: PairGroup[] = Array.from(groups.n, (count, group) => ({
    n: count,
    c: groups.c[group],
    correctDotRest: 0,
    wrongDotRest: 0,
    correctPairs: 0,
    crossPairs: 0,
    wrongPairs: 0,
    squaresCorrect: 0,
    squaresWrong: 0,
    plainDotMean: 0,
  }));
  for (let prompt = 0; prompt < n.length; prompt++) {
    const group = result[groups.of[prompt]];
    if (group === undefined) continue;
    group.correctDotRest += pairs.correctDotRest[prompt];
    group.wrongDotRest += pairs.wrongDotRest[prompt];
    group.correctPairs += pairs.correctPairs[prompt];
    group.crossPairs += pairs.crossPairs[prompt];
    group.wrongPairs += pairs.wrongPairs[prompt];
    group.squaresCorrect += sums.squaresCorrect(prompt);
    group.squaresWrong += sums.squaresWrong(prompt);
    const correct = sums.sumCorrect(prompt);
    if (correct !== null) group.plainDotMean += dotProduct(correct, 0, plainGradient, 0, sums.dimension) / group.n;
  }
  return result;
}

/** ĥ_k(x)·(G - ĝ(x)), summed over the group. */
export function offDiagonal(weights: LeaveOneOutWeights, group: PairGroup): number {
  return weights.correct * group.correctDotRest - weights.wrong * group.wrongDotRest;
}

/** The pairs of different samples of one prompt, weighted and summed over the group. */
export function pairSum(weights: SelfPairWeights, group: PairGroup): number {
  return weights.correct * group.correctPairs - weights.cross * group.crossPairs + weights.wrong * group.wrongPairs;
}
