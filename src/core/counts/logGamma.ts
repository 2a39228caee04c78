/**
 * log Γ(x) for x > 0, by Stirling's series after shifting x to at least 16; error about 1e-15 of the result's scale.
 * Source: Abramowitz & Stegun 6.1.41.
 * @throws RangeError unless x > 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma requires a number above zero, got ${x}`);
  let shift = 1;
  let y = x;
  while (y < 16) shift *= y++;
  const r = 1 / (y * y);
  const series = (1 / y) * (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360)))));
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}
