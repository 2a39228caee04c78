/** Whether no number is NaN or infinite. Such a number times 0 is NaN; four sums, so that the additions need not wait for one another. */
export function isFiniteVector(vector: Float64Array): boolean {
  let sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  let at = 0;
  for (; at + 3 < vector.length; at += 4) {
    sum0 += (vector[at] as number) * 0;
    sum1 += (vector[at + 1] as number) * 0;
    sum2 += (vector[at + 2] as number) * 0;
    sum3 += (vector[at + 3] as number) * 0;
  }
  for (; at < vector.length; at++) sum0 += (vector[at] as number) * 0;
  return sum0 + sum1 + sum2 + sum3 === 0;
}
