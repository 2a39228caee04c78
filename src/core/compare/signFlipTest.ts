import { seededRandom } from '../seededRandom';

const exactUpTo = 18;

/**
 * Two-sided p-value of a mean difference for few prompts: the share of all sign flips of the differences whose mean is at
 * least as far from zero. All 2^N flips up to N = 18; above that, 2^18 seeded random ones, with the seen one counted in.
 *
 * Source: MATH.md 3.
 * @param differences one per prompt; NaN is unknown and left out
 * @returns NaN without any known difference
 */
export function signFlipTest(differences: ArrayLike<number>): number {
  const known = Array.from(differences).filter((value) => !Number.isNaN(value));
  if (known.length === 0) return NaN;
  const seen = Math.abs(known.reduce((sum, value) => sum + value, 0));
  const scale = known.reduce((sum, value) => sum + Math.abs(value), 0);
  // Sums in another order differ by rounding; they are the same flip.
  const least = seen - 1e-12 * scale;
  const flips = 2 ** Math.min(known.length, exactUpTo);
  const exact = known.length <= exactUpTo;
  const random = exact ? null : seededRandom(1);
  let extreme = exact ? 0 : 1;
  for (let flip = 0; flip < flips; flip++) {
    let sum = 0;
    let bits = 0;
    for (let x = 0; x < known.length; x++) {
      if (random !== null && x % 32 === 0) bits = random() * 2 ** 32;
      const negative = random === null ? (flip >> x) & 1 : (bits >>> x % 32) & 1;
      sum += negative ? -known[x] : known[x];
    }
    if (Math.abs(sum) >= least) extreme++;
  }
  return extreme / (exact ? flips : flips + 1);
}
