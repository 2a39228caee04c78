import { countGroups, type CountGroups } from '../counts/countGroups';
import type { PairSums } from '../promptColumns';
import { seededRandom } from '../seededRandom';
import { dotProduct } from './dotProduct';
import { eachPull } from './eachPull';
import type { GradientPopulation } from './gradientPopulation';
import { leaveOneOutWeights } from './leaveOneOutWeights';

/** Above this many prompts pairs no longer pay: their part of the noise falls as 1/N. */
const pairsUpTo = 400;

/**
 * Where the conflict begins, with its uncertainty: the first k with a negative inner product, over bootstrap resamples of
 * the prompts. Up to 400 prompts each resample counts distinct pairs only,
 *
 *     IP* = [(Σ m ĥ_k)·(Σ m ĝ) - Σ m² ĥ_k·ĝ] / (N² - Σ m²),   m: how often each prompt was drawn,
 *
 * since pairs of a prompt with itself would bring back the bias of the self term; above, the first-order form
 * IP + (2/N) Σ (m - 1) φ. Runs in portions, so that a caller can stop in between; seeded.
 *
 * Source: MATH.md 4.3, 6. Cost of a resample: O(N²) up to 400 prompts, O(N·K) above; of the start O(N² d) or O(N·K·d).
 */
export class OnsetBootstrap {
  readonly #ks: Int32Array;
  readonly #size: number;
  readonly #curveOf: (times: Float64Array) => Float64Array;
  readonly #random: () => number;
  readonly #onsets: number[] = [];

  /** @param pairs of the columns made from this population */
  constructor(population: GradientPopulation, pairs: PairSums, seed = 1) {
    this.#ks = population.ks;
    this.#size = population.size;
    this.#random = seededRandom(seed);
    this.#curveOf = population.size <= pairsUpTo ? pairResampler(population) : pullResampler(population, pairs);
  }

  /** The first k in conflict of every resample so far; NaN where no k on offer is. */
  get onsets(): readonly number[] {
    return this.#onsets;
  }

  /** Draws more resamples. Fewer than two prompts have no pairs, so none is drawn. */
  run(resamples: number): void {
    const times = new Float64Array(this.#size);
    for (let i = 0; i < resamples && this.#size >= 2; i++) {
      times.fill(0);
      for (let draw = 0; draw < this.#size; draw++) times[Math.floor(this.#random() * this.#size)]++;
      const at = this.#curveOf(times).findIndex((value) => value < 0);
      this.#onsets.push(at < 0 ? NaN : this.#ks[at]);
    }
  }
}

function includedPromptsOf({ included }: GradientPopulation): number[] {
  return Array.from(included.keys()).filter((prompt) => included[prompt]);
}

/** All products S_c(x)·ĝ(y) and S_w(x)·ĝ(y) once; a resample then only adds them up, by (n, c) for every k at once. */
function pairResampler(population: GradientPopulation): (times: Float64Array) => Float64Array {
  const { sums, n, c, ks } = population;
  const prompts = includedPromptsOf(population);
  const size = prompts.length;
  const d = sums.dimension;
  const zero = new Float64Array(d);
  const correct = new Float64Array(size * size);
  const wrong = new Float64Array(size * size);
  prompts.forEach((other, y) => {
    const own = leaveOneOutWeights(n[other], c[other], 1);
    const sumCorrect = sums.sumCorrect(other) ?? zero;
    const sumWrong = sums.sumWrong(other) ?? zero;
    const gradient = zero.map((_, j) => own.correct * sumCorrect[j] - own.wrong * sumWrong[j]);
    prompts.forEach((prompt, x) => {
      correct[x * size + y] = dotProduct(sums.sumCorrect(prompt) ?? zero, 0, gradient, 0, d);
      wrong[x * size + y] = dotProduct(sums.sumWrong(prompt) ?? zero, 0, gradient, 0, d);
    });
  });
  const groups = countGroups(n, c, population.included);
  const weights = weightsByGroup(groups, ks);
  const curve = new Float64Array(ks.length);
  return (times) => {
    const correctSum = new Float64Array(groups.size.length);
    const wrongSum = new Float64Array(groups.size.length);
    let squares = 0;
    for (let x = 0; x < size; x++) {
      const m = times[x];
      squares += m * m;
      if (m === 0) continue;
      const group = groups.of[prompts[x]];
      const itself = x * size + x;
      correctSum[group] += m * (dotProduct(correct, x * size, times, 0, size) - m * correct[itself]);
      wrongSum[group] += m * (dotProduct(wrong, x * size, times, 0, size) - m * wrong[itself]);
    }
    for (let i = 0; i < ks.length; i++) {
      let sum = 0;
      for (let group = 0; group < correctSum.length; group++) {
        const at = 2 * (group * ks.length + i);
        sum += weights[at] * correctSum[group] - weights[at + 1] * wrongSum[group];
      }
      curve[i] = sum / (size * size - squares);
    }
    return curve;
  };
}

function weightsByGroup(groups: CountGroups, ks: Int32Array): Float64Array {
  const weights = new Float64Array(2 * groups.size.length * ks.length);
  for (let group = 0; group < groups.size.length; group++) {
    for (let i = 0; i < ks.length; i++) {
      const { correct, wrong } = leaveOneOutWeights(groups.n[group], groups.c[group], ks[i]);
      weights.set([correct, wrong], 2 * (group * ks.length + i));
    }
  }
  return weights;
}

/** To first order the inner product of a resample is moved by twice the mean of the pulls drawn. */
function pullResampler(population: GradientPopulation, pairs: PairSums): (times: Float64Array) => Float64Array {
  const { size, ks } = population;
  const pulls = new Float64Array(size * ks.length);
  const mean = new Float64Array(ks.length);
  let row = 0;
  eachPull(population, pairs, (_, own) => {
    pulls.set(own, row * ks.length);
    for (let i = 0; i < ks.length; i++) mean[i] += own[i] / size;
    row++;
  });
  const curve = new Float64Array(ks.length);
  const rows = new Int32Array(size);
  return (times) => {
    curve.fill(0);
    let drawn = 0;
    for (let x = 0; x < size; x++) if (times[x] > 0) rows[drawn++] = x;
    // Four prompts at a time: the curve is then read and written a quarter as often, which took a third off the time.
    let at = 0;
    for (; at + 3 < drawn; at += 4) {
      const [m0, m1, m2, m3] = [times[rows[at]], times[rows[at + 1]], times[rows[at + 2]], times[rows[at + 3]]];
      const [s0, s1, s2, s3] = [rows[at] * ks.length, rows[at + 1] * ks.length, rows[at + 2] * ks.length, rows[at + 3] * ks.length];
      for (let i = 0; i < ks.length; i++) curve[i] += m0 * pulls[s0 + i] + m1 * pulls[s1 + i] + (m2 * pulls[s2 + i] + m3 * pulls[s3 + i]);
    }
    for (; at < drawn; at++) {
      const start = rows[at] * ks.length;
      for (let i = 0; i < ks.length; i++) curve[i] += times[rows[at]] * pulls[start + i];
    }
    // IP + 2 (mean of the drawn pulls - IP)
    for (let i = 0; i < ks.length; i++) curve[i] = (2 * curve[i]) / size - mean[i];
    return curve;
  };
}
