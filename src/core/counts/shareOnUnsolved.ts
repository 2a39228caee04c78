/**
 * Share of the pass@k weight that falls on prompts nobody has solved. No gradient estimate can see these prompts, so a
 * verdict about conflict is silent about this share (MATH.md 4.3).
 *
 *     Σ_{x: unsolved} w_k(x) / Σ_x w_k(x)
 *
 * @param weights w_k(x), not negative; NaN is unknown and left out
 * @param unsolved true (or 1) where the prompt has no correct sample
 * @param times how many prompts each weight stands for; 1 without it
 * @returns a share in [0, 1]; NaN when no weight is above 0
 */
export function shareOnUnsolved(
  weights: ArrayLike<number>,
  unsolved: ArrayLike<boolean | number>,
  times?: ArrayLike<number>,
): number {
  let sum = 0;
  let part = 0;
  for (let i = 0; i < weights.length; i++) {
    if (Number.isNaN(weights[i])) continue;
    const weight = (times === undefined ? 1 : times[i]) * weights[i];
    sum += weight;
    if (unsolved[i]) part += weight;
  }
  return sum > 0 ? part / sum : NaN;
}
