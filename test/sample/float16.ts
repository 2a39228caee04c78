/**
 * Bits of the IEEE 754 half-precision number nearest to a value, ties to even.
 * @throws RangeError if the value does not fit
 */
export function float16Bits(value: number): number {
  const sign = Object.is(value, -0) || value < 0 ? 0x8000 : 0;
  const size = Math.abs(value);
  if (!(size < 65520)) throw new RangeError(`float16Bits requires a number below 65520, got ${value}`);
  if (size < 2 ** -14) return sign | nearestEven(size * 2 ** 24);
  let exponent = -14;
  while (size >= 2 ** (exponent + 1)) exponent++;
  // A mantissa that rounds up to 2048 carries into the exponent by itself.
  return sign | (((exponent + 14) << 10) + nearestEven(size * 2 ** (10 - exponent)));
}

function nearestEven(value: number): number {
  const floor = Math.floor(value);
  const over = value - floor;
  return over > 0.5 || (over === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
