/** Counts of the same prompts at two checkpoints, paired by place. All [P]. */
export interface PairedCounts {
  readonly before: { readonly n: Int32Array; readonly c: Int32Array };
  readonly after: { readonly n: Int32Array; readonly c: Int32Array };
}

/** @throws RangeError if the columns are not of one length */
export function checkPaired(caller: string, { before, after }: PairedCounts): void {
  const lengths = [before.n.length, before.c.length, after.n.length, after.c.length];
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(`${caller} requires columns of one length, got ${lengths.join(', ')}`);
  }
}
