/**
 * The door of every estimator from counts: n samples, c of them correct, k draws.
 * @throws RangeError naming the function, the rule and what came instead
 */
export function checkCounts(caller: string, n: number, c: number, k: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${caller} requires a whole n of at least zero, got ${n}`);
  if (!Number.isSafeInteger(c) || c < 0 || c > n) throw new RangeError(`${caller} requires a whole c from zero to n = ${n}, got ${c}`);
  checkDraws(caller, k);
}

/** @throws RangeError if k is not a whole number >= 1 */
export function checkDraws(caller: string, k: number): void {
  if (!Number.isSafeInteger(k) || k < 1) throw new RangeError(`${caller} requires a whole k of at least one, got ${k}`);
}
