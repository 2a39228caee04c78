let table: Float32Array | null = null;

/** The value of each of the 65,536 IEEE 754 half floats. Made once, on first use: a look-up is several times faster than the arithmetic. */
export function halfFloats(): Float32Array {
  table ??= Float32Array.from({ length: 65536 }, (_, bits) => halfFloat(bits));
  return table;
}

function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
