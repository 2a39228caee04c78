import { checkDraws } from './checkCounts';
import { hypergeometric } from './hypergeometric';

/**
 * Unbiased maj@k (cons@k): the probability that the most frequent answer among k attempts is the correct one, ties broken
 * at random. Exact over all ways to draw k of the n samples without replacement:
 *
 *     Σ_t P(t correct drawn) Σ_r P(no wrong answer drawn more than t times, r of them t times) / (r + 1)
 *
 * built up answer by answer from what is left to draw, so that no binomial coefficient can overflow. Answers given fewer than
 * t times can neither win nor tie, so they are drawn as one.
 *
 * Source: self-consistency, arXiv:2203.11171; the exact form: MATH.md 8.
 * @param correct samples that gave the correct answer
 * @param wrong samples that gave each wrong answer
 * @param k attempts
 * @param blank samples without an answer: they are drawn like the others, and vote for nothing
 * @returns a number in [0, 1]; NaN when k is more than the samples
 * @throws RangeError if the counts are none, or k is not a whole number >= 1
 * Cost: O(n k² log k).
 */
export function majorityAtK(correct: number, wrong: readonly number[], k: number, blank = 0): number {
  checkDraws('majorityAtK', k);
  for (const count of [correct, blank, ...wrong]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`majorityAtK requires whole counts of at least zero, got ${count}`);
  }
  const others = wrong.reduce((sum, count) => sum + count, blank);
  if (k > correct + others) return NaN;
  const { first, chance } = hypergeometric(correct + others, correct, k);
  let won = 0;
  for (let i = 0; i < chance.length; i++) {
    // With no correct draw another answer always has more.
    if (first + i > 0) won += chance[i] * winningShare(wrong, others, k - first - i, first + i);
  }
  return won;
}

/**
 * Chance that the correct answer, drawn t times, is the one chosen, when `draws` of the wrong samples are drawn with it.
 * ways[left][ties]: chance that after some answers `left` draws remain and `ties` answers were drawn just t times.
 */
function winningShare(wrong: readonly number[], others: number, draws: number, t: number): number {
  const mostTies = Math.floor(draws / t);
  const width = mostTies + 1;
  let ways = new Float64Array((draws + 1) * width);
  ways[draws * width] = 1;
  let pool = others;
  const rivals = wrong.filter((count) => count >= t);
  const rest = others - rivals.reduce((sum, count) => sum + count, 0);
  if (rest > 0) {
    const { first, chance } = hypergeometric(pool, rest, draws);
    ways.fill(0);
    chance.forEach((value, i) => (ways[(draws - first - i) * width] = value));
    pool -= rest;
  }
  for (const count of rivals) {
    const next = new Float64Array(ways.length);
    for (let left = 0; left <= Math.min(draws, pool); left++) {
      if (ways.subarray(left * width, (left + 1) * width).every((chance) => chance === 0)) continue;
      const { first, chance } = hypergeometric(pool, count, left);
      for (let i = 0; i < chance.length && first + i <= t; i++) {
        const drawn = first + i;
        const tied = drawn === t ? 1 : 0;
        for (let ties = 0; ties + tied <= mostTies; ties++) {
          next[(left - drawn) * width + ties + tied] += chance[i] * ways[left * width + ties];
        }
      }
    }
    ways = next;
    pool -= count;
  }
  let share = 0;
  for (let ties = 0; ties <= mostTies; ties++) share += ways[ties] / (ties + 1);
  return share;
}
