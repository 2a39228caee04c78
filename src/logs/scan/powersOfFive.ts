/** The powers of ten that decimal numbers are scaled by without asking JavaScript: as in assembly/floats.ts. */
export const LEAST_POWER = -64, MOST_POWER = 32;

/**
 * 128 bits of 5^q, the first bit set, upper half first, for q from LEAST_POWER to MOST_POWER: cut off for q >= 0, rounded up
 * for q < 0, as the method of Eisel and Lemire needs them.
 *
 * Source: Daniel Lemire, Number Parsing at a Gigabyte per Second, 2021; fast_float's table generator.
 */
export function powersOfFive(): BigUint64Array {
  const result = new BigUint64Array(2 * (MOST_POWER - LEAST_POWER + 1));
  for (let q = LEAST_POWER; q <= MOST_POWER; q++) {
    const bits = q < 0 ? reciprocal(5n ** BigInt(-q), q) : 5n ** BigInt(q) << 128n;
    const excess = BigInt(bits.toString(2).length - 128);
    const top = excess > 0n ? bits >> excess : bits;
    result[2 * (q - LEAST_POWER)] = top >> 64n;
    result[2 * (q - LEAST_POWER) + 1] = top & 0xffffffffffffffffn;
  }
  return result;
}

function reciprocal(power: bigint, q: number): bigint {
  let digits = 0n;
  while (1n << digits < power) digits++;
  return (1n << (q >= -27 ? digits + 127n : 2n * digits + 128n)) / power + 1n;
}
