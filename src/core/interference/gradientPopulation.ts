import { countGroups } from '../counts/countGroups';
import { conflictKs } from './conflictKs';
import type { GradientSums } from './gradientSums';
import { includedPrompts } from './includedPrompts';
import { leaveOneOutWeights } from './leaveOneOutWeights';

/**
 * The prompts J1 is the mean over, the k on offer, and the gradients summed over those prompts. Made once after the
 * first pass; what the second pass and the columns need.
 */
export interface GradientPopulation {
  readonly sums: GradientSums;
  /** Samples that the estimates of each prompt use, and the correct ones among them, [P]; 0 where its gradient is unknown. */
  readonly n: Int32Array;
  readonly c: Int32Array;
  /** 1 where the prompt takes part, [P]; `size` of them. */
  readonly included: Uint8Array;
  readonly size: number;
  /** The k of the curve, ascending from 1, [K]; empty when no prompt takes part. */
  readonly ks: Int32Array;
  /** H_k = Σ_x ĥ_k(x) over the included prompts, K vectors one after the other, [K·dimension]. The first is G. */
  readonly gradients: Float64Array;
  /** S_c/n summed over the included prompts: the gradient without a baseline, for the plug-in, [dimension]. */
  readonly plainGradient: Float64Array;
}

/**
 * A prompt whose samples all share one verdict takes part with its n, vectors or not: its estimate is exactly 0 for any
 * vectors, and leaving it out would bias the mean. A mixed prompt takes part with the samples whose vector was added.
 * @param sums the first pass
 * @param n samples of each prompt, [P]
 * @param c correct samples of each prompt, [P]
 * @param asked values of k that must be on the curve if they are in range, up to the smallest included n less one
 * Cost: O(P·d + K·M·d) for M distinct (n, c).
 */
export function gradientPopulation(
  sums: GradientSums,
  n: Int32Array,
  c: Int32Array,
  asked: readonly number[] = [],
): GradientPopulation {
  const mixed = (prompt: number): boolean => c[prompt] > 0 && c[prompt] < n[prompt];
  const usedC = c.map((correct, prompt) => (mixed(prompt) ? sums.correctCount(prompt) : correct));
  const usedN = n.map((all, prompt) => (mixed(prompt) ? sums.correctCount(prompt) + sums.wrongCount(prompt) : all));
  const included = includedPrompts(usedN);
  let size = 0;
  let smallest = Infinity;
  for (let prompt = 0; prompt < included.length; prompt++) {
    if (!included[prompt]) continue;
    size++;
    smallest = Math.min(smallest, usedN[prompt]);
  }
  const ks = size === 0 ? new Int32Array(0) : conflictKs(smallest - 1, asked);
  return { sums, n: usedN, c: usedC, included, size, ks, ...summedGradients(sums, usedN, usedC, included, ks) };
}

/** One sum of S_c and S_w for each distinct (n, c) first, so that the work per k does not grow with the prompts. */
function summedGradients(
  sums: GradientSums,
  n: Int32Array,
  c: Int32Array,
  included: Uint8Array,
  ks: Int32Array,
): { gradients: Float64Array; plainGradient: Float64Array } {
  const d = sums.dimension;
  const groups = countGroups(n, c, included);
  const correct = new Float64Array(groups.size.length * d);
  const wrong = new Float64Array(groups.size.length * d);
  for (let prompt = 0; prompt < n.length; prompt++) {
    if (groups.of[prompt] < 0) continue;
    addScaled(correct, groups.of[prompt] * d, 1, sums.sumCorrect(prompt));
    addScaled(wrong, groups.of[prompt] * d, 1, sums.sumWrong(prompt));
  }
  const gradients = new Float64Array(ks.length * d);
  const plainGradient = new Float64Array(d);
  for (let group = 0; group < groups.size.length; group++) {
    const groupCorrect = correct.subarray(group * d, (group + 1) * d);
    const groupWrong = wrong.subarray(group * d, (group + 1) * d);
    addScaled(plainGradient, 0, 1 / groups.n[group], groupCorrect);
    for (let i = 0; i < ks.length; i++) {
      const weights = leaveOneOutWeights(groups.n[group], groups.c[group], ks[i]);
      if (weights.correct !== 0) addScaled(gradients, i * d, weights.correct, groupCorrect);
      if (weights.wrong !== 0) addScaled(gradients, i * d, -weights.wrong, groupWrong);
    }
  }
  return { gradients, plainGradient };
}

function addScaled(into: Float64Array, start: number, factor: number, vector: Float64Array | null): void {
  if (vector === null) return;
  for (let j = 0; j < vector.length; j++) into[start + j] += factor * vector[j];
}
