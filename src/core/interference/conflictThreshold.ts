/**
 * The k above which the paper's proposition promises a conflict, when all prompts of negative agreement are hard and all
 * others easier:
 *
 *     k* = 1 + log((1-q) G² / (q m)) / log((1-ε)/(1-δ))
 *
 * Built on the same loose bound as certifiedConflict: the conflict may begin far below it.
 *
 * Source: arXiv:2602.21189, prop. 4.5.
 * @param share q, share of prompts with agreement <= -margin, in (0, 1]
 * @param margin m > 0
 * @param hardest ε, the highest pass rate among them
 * @param easiest δ, the lowest pass rate among the others, above ε
 * @param squaredScore G², a bound of E|∇log π|² for every prompt
 * @returns at least 1; NaN where the proposition does not apply
 */
export function conflictThreshold(share: number, margin: number, hardest: number, easiest: number, squaredScore: number): number {
  if (!(share > 0 && share <= 1 && margin > 0 && hardest < easiest && easiest <= 1)) return NaN;
  const odds = ((1 - share) * squaredScore) / (share * margin);
  return odds <= 1 ? 1 : Math.max(1, 1 + Math.log(odds) / (Math.log1p(-hardest) - Math.log1p(-easiest)));
}
