/** Another prompt, and the kernel with it. */
export interface Partner {
  readonly prompt: number;
  readonly kernel: number;
}

/**
 * The prompts that one prompt interferes with most, of both signs, strongest first.
 * @param row κ(x, ·), [P]; NaN is unknown
 * @param prompt x itself, which is not its own partner
 * @param count how many of each sign, at most
 */
export function strongestPartners(
  row: ArrayLike<number>,
  prompt: number,
  count: number,
): { negative: Partner[]; positive: Partner[] } {
  const others: Partner[] = [];
  for (let y = 0; y < row.length; y++) if (y !== prompt && !Number.isNaN(row[y])) others.push({ prompt: y, kernel: row[y] });
  others.sort((one, other) => one.kernel - other.kernel);
  return {
    negative: others.filter(({ kernel }) => kernel < 0).slice(0, count),
    positive: others.filter(({ kernel }) => kernel > 0).reverse().slice(0, count),
  };
}
