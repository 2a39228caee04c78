import { benjaminiHochberg } from '../interference/benjaminiHochberg';
import type { PromptMovement } from './comparisonShape';
import { fisherExact } from './fisherExact';
import { newcombeInterval } from './newcombeInterval';
import type { PairedGroups } from './pairedGroups';

const falseDiscoveryRate = 0.1;

/** What counts alone say of a prompt's movement. */
export type CountedMovement = Omit<PromptMovement, 'weight' | 'agreement'>;

/**
 * Movement of every prompt's pass rate, each with Newcombe's interval and Fisher's exact p, adjusted over the prompts by
 * Benjamini and Hochberg. With 32 samples or fewer only collapses can be told: a fall from 0.5 to 0.3 is seen one time in
 * three, and hardly ever after the adjustment. Source: MATH.md 3.
 */
export function promptMovements(id: readonly string[], { counts: { before, after }, of }: PairedGroups): CountedMovement[] {
  const groupP = Float64Array.from(before.n, (n, group) => fisherExact(n, before.c[group], after.n[group], after.c[group]));
  const groupCi = Array.from(before.n, (n, group) => newcombeInterval(n, before.c[group], after.n[group], after.c[group]));
  const p = Float64Array.from(of, (group) => groupP[group]);
  const adjusted = benjaminiHochberg(p);
  return id.map((promptId, x): CountedMovement => {
    const group = of[x];
    const [n0, c0, n1, c1] = [before.n[group], before.c[group], after.n[group], after.c[group]];
    const change = c1 / n1 - c0 / n0;
    return {
      id: promptId,
      before: { n: n0, c: c0 },
      after: { n: n1, c: c1 },
      change,
      ci: groupCi[group],
      p: p[x],
      adjustedP: adjusted[x],
      sign: adjusted[x] > falseDiscoveryRate || change === 0 ? 'unclear' : change < 0 ? 'fell' : 'rose',
    };
  });
}
