import type { BetaBinomialFit } from './betaBinomial';
import type { CountGroups } from './countGroups';
import { logGamma } from './logGamma';
import { normalTail } from './normalTail';

/** How the fitted rates differ from the counts, by kinds of prompts. */
export interface BetaBinomialMisfit {
  /** Chance of counts at least so far from the fit, were it true; NaN where there are too few kinds to tell. */
  readonly p: number;
  /** The kind that is furthest off: pass rates up to this, and above that of the kind before. */
  readonly upTo: number;
  readonly observed: number;
  readonly expected: number;
}

/** Never solved, then by c/n; always solved last. */
const edges = [0, 0.1, 0.25, 0.5, 0.75, 0.9];
const fewestExpected = 5;

/**
 * Compares the counts with what the fitted Beta(α, β) makes of as many samples: Pearson's χ² over the kinds of prompts
 * {0}, (0, 0.1], …, (0.9, 1), {1}, neighbours joined until five prompts are expected in each, less two for the parameters.
 * An extrapolation by a model that does not even fit what was seen is to be distrusted. Source: MATH.md 2.
 *
 *     P(c | n) = C(n, c) B(α+c, β+n-c) / B(α, β)
 *
 * Cost: O(n) for each distinct n.
 */
export function betaBinomialMisfit({ alpha, beta }: BetaBinomialFit, { n, c, size }: CountGroups): BetaBinomialMisfit {
  const observed = new Float64Array(edges.length + 2);
  const expected = new Float64Array(edges.length + 2);
  const prompts = new Map<number, number>();
  n.forEach((all, group) => {
    if (all === 0) return;
    observed[kindOf(all, c[group])] += size[group];
    prompts.set(all, (prompts.get(all) ?? 0) + size[group]);
  });
  for (const [all, count] of prompts) {
    const log = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
    for (let right = 0; right <= all; right++) {
      const chance = Math.exp(log(alpha + right, beta + all - right) - log(alpha, beta) - log(right + 1, all - right + 1) - Math.log(all + 1));
      expected[kindOf(all, right)] += count * chance;
    }
  }
  const kinds = joined(observed, expected);
  const worst = kinds.reduce((one, other) => (term(other) > term(one) ? other : one), { upTo: NaN, observed: NaN, expected: NaN });
  const freedom = kinds.length - 3;
  const p = freedom < 1 ? NaN : chiSquareTail(kinds.reduce((sum, kind) => sum + term(kind), 0), freedom);
  return { p, ...worst };
}

function kindOf(n: number, c: number): number {
  if (c === n) return edges.length + 1;
  const at = edges.findIndex((edge) => c / n <= edge + 1e-9);
  return at < 0 ? edges.length : at;
}

interface Kind {
  readonly upTo: number;
  readonly observed: number;
  readonly expected: number;
}

function joined(observed: Float64Array, expected: Float64Array): Kind[] {
  const kinds: Kind[] = [];
  let rest = { observed: 0, expected: 0 };
  observed.forEach((count, at) => {
    rest = { observed: rest.observed + count, expected: rest.expected + expected[at] };
    if (rest.expected < fewestExpected) return;
    kinds.push({ upTo: edges[at] ?? 1, ...rest });
    rest = { observed: 0, expected: 0 };
  });
  const last = kinds.pop();
  return last === undefined ? [] : [...kinds, { upTo: 1, observed: last.observed + rest.observed, expected: last.expected + rest.expected }];
}

function term({ observed, expected }: Kind): number {
  return Number.isNaN(observed) ? -1 : (observed - expected) ** 2 / expected;
}

/** Wilson and Hilferty's cube root, good to about a thousandth. */
function chiSquareTail(value: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return normalTail((Math.cbrt(value / freedom) - 1 + spread) / Math.sqrt(spread));
}
