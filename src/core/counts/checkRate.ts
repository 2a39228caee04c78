/** @throws RangeError if the rate is a number outside [0, 1]; NaN, an unknown rate, may pass */
export function checkRate(caller: string, rate: number): void {
  if (rate < 0 || rate > 1) throw new RangeError(`${caller} requires a rate from zero to one, got ${rate}`);
}
