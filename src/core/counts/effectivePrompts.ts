/**
 * How many prompts a weighted mean really rests on (Kish): (Σw)² / Σw².
 * @param weights w_k(x), not negative; NaN is unknown and left out
 * @param times how many prompts each weight stands for; 1 without it
 * @returns a number from 1 to the number of prompts; NaN when no weight is above 0
 */
export function effectivePrompts(weights: ArrayLike<number>, times?: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    if (Number.isNaN(weights[i])) continue;
    const count = times === undefined ? 1 : times[i];
    sum += count * weights[i];
    squares += count * weights[i] ** 2;
  }
  return squares > 0 ? sum ** 2 / squares : NaN;
}
