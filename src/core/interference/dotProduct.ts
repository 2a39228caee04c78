/**
 * Inner product of two stretches of numbers: Σ_{j<length} a[startA + j] · b[startB + j].
 * Four running sums, so that the additions need not wait for one another.
 */
export function dotProduct(
  a: Float64Array | Float32Array,
  startA: number,
  b: Float64Array | Float32Array,
  startB: number,
  length: number,
): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let j = 0;
  for (; j + 3 < length; j += 4) {
    sum0 += a[startA + j] * b[startB + j];
    sum1 += a[startA + j + 1] * b[startB + j + 1];
    sum2 += a[startA + j + 2] * b[startB + j + 2];
    sum3 += a[startA + j + 3] * b[startB + j + 3];
  }
  for (; j < length; j++) sum0 += a[startA + j] * b[startB + j];
  return sum0 + sum1 + (sum2 + sum3);
}
