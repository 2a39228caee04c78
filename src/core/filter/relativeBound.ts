/** How a bound that is relative to all prompts is written: median, mean, or p90 for the 90th percentile. */
const RELATIVE = /^(median|mean|p(\d{1,2}(?:\.\d+)?))$/i;

export function isRelativeBound(text: string): boolean {
  return RELATIVE.test(text);
}

/**
 * The number that a relative bound stands for: the median, the mean or a percentile of the values that are known. A
 * percentile lies between two neighbours where it falls between them (R's type 7).
 * @param values null is unknown and left out
 * @returns NaN when no value is known, or the text is no relative bound
 */
export function relativeBound(text: string, values: readonly (number | null)[]): number {
  const [, word = '', percent] = RELATIVE.exec(text) ?? [];
  const known = Float64Array.from(values.filter((value) => value !== null));
  if (known.length === 0 || word === '') return NaN;
  if (word.toLowerCase() === 'mean') return known.reduce((sum, value) => sum + value, 0) / known.length;
  known.sort();
  const at = ((percent === undefined ? 50 : Number(percent)) / 100) * (known.length - 1);
  const below = Math.floor(at);
  const next = Math.min(below + 1, known.length - 1);
  return known[below] + (at - below) * (known[next] - known[below]);
}
