/** @throws RangeError if two columns are not of one length */
export function checkEqualLength(caller: string, one: ArrayLike<number>, other: ArrayLike<number>): void {
  if (one.length !== other.length) {
    throw new RangeError(`${caller} requires columns of one length, got ${one.length} and ${other.length}`);
  }
}
