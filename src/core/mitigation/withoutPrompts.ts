/**
 * Weights of an objective that leaves some prompts out: theirs are 0, the others stay.
 * @param weights [P]; NaN is unknown and stays so, unless the prompt is left out
 * @param prompts rows; one that is no row, or named twice, changes nothing more
 */
export function withoutPrompts(weights: Float64Array, prompts: readonly number[]): Float64Array {
  const kept = weights.slice();
  for (const prompt of prompts) if (prompt >= 0 && prompt < kept.length) kept[prompt] = 0;
  return kept;
}
