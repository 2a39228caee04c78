import { benjaminiHochberg } from '../interference/benjaminiHochberg';
import type { PromptMovement } from './comparisonShape';
import { fisherExact } from './fisherExact';
import { newcombeInterval } from './newcombeInterval';
import { checkPaired, type PairedCounts } from './pairedCounts';

const falseDiscoveryRate = 0.1;

/**
 * Movement of every prompt's pass rate, each with Newcombe's interval and Fisher's exact p, adjusted over the prompts by
 * Benjamini and Hochberg. With 32 samples or fewer only collapses can be told: a fall from 0.5 to 0.3 is seen one time in
 * three, and hardly ever after the adjustment. Source: MATH.md 3.
 * @throws RangeError if the columns differ in length or hold no counts
 */
export function promptMovements(id: readonly string[], counts: PairedCounts): PromptMovement[] {
  checkPaired('promptMovements', counts);
  const { before, after } = counts;
  const p = Float64Array.from(before.n, (n, x) => fisherExact(n, before.c[x], after.n[x], after.c[x]));
  const adjusted = benjaminiHochberg(p);
  return id.map((promptId, x): PromptMovement => {
    const [n0, c0, n1, c1] = [before.n[x], before.c[x], after.n[x], after.c[x]];
    const change = c1 / n1 - c0 / n0;
    return {
      id: promptId,
      before: { n: n0, c: c0 },
      after: { n: n1, c: c1 },
      change,
      ci: newcombeInterval(n0, c0, n1, c1),
      p: p[x],
      adjustedP: adjusted[x],
      sign: adjusted[x] > falseDiscoveryRate || change === 0 ? 'unclear' : change < 0 ? 'fell' : 'rose',
    };
  });
}
