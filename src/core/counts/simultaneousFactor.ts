import { seededRandom } from '../seededRandom';

const draws = 4000;

/**
 * By how many standard errors a 95% band reaches to either side when it must hold at all places of a curve at once, instead
 * of at each: the 95% quantile of the largest standardised deviation,
 *
 *     max over places of |Σ_i ξ_i d_i| / √(Σ_i d_i²),   ξ_i independent standard normal,
 *
 * by 4,000 seeded draws (Gaussian multiplier bootstrap). Curves of pass@k or of the inner product share their data over k,
 * so it is far below what so many independent intervals would need.
 *
 * Source: MATH.md 3 (pointwise bands must say so, or be simultaneous). Cost: O(4000 · places · items).
 * @param deviations d: each item's value less the mean of its place; one row a place, [places·items]; no NaN
 * @param items prompts, or kinds of prompts
 * @param times how many prompts each item stands for; 1 without it
 * @returns at least about 1.96; NaN when no place has a spread
 */
export function simultaneousFactor(deviations: Float64Array, items: number, times?: ArrayLike<number>): number {
  const places = deviations.length / items;
  const rows: Float64Array[] = [];
  for (let place = 0; place < places; place++) {
    const row = deviations.slice(place * items, (place + 1) * items);
    // m equal prompts draw m numbers, whose sum is one normal number times √m.
    if (times !== undefined) for (let i = 0; i < items; i++) row[i] *= Math.sqrt(times[i]);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) rows.push(row.map((value) => value / length));
  }
  if (rows.length === 0) return NaN;
  const random = seededRandom(1);
  const largest = new Float64Array(draws);
  const noise = new Float64Array(items + 1);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < items; i += 2) normalPair(random, noise, i);
    for (const row of rows) {
      let sum = 0;
      for (let i = 0; i < items; i++) sum += noise[i] * row[i];
      largest[draw] = Math.max(largest[draw], Math.abs(sum));
    }
  }
  return largest.sort()[Math.ceil(0.95 * draws) - 1];
}

/** Two independent standard normal numbers (Box and Muller). */
function normalPair(random: () => number, into: Float64Array, at: number): void {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  into[at] = radius * Math.cos(angle);
  into[at + 1] = radius * Math.sin(angle);
}
