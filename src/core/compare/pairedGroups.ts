import type { PairedCounts } from './pairedCounts';

/** The distinct (n, c) before and after among paired prompts: all that counts say of a pair. M groups, P prompts. */
export interface PairedGroups {
  /** [M] each. */
  readonly counts: PairedCounts;
  /** Prompts in each group, [M]. */
  readonly size: Int32Array;
  /** Group of each prompt, [P]. */
  readonly of: Int32Array;
}

/** Gathers pairs with equal counts, so that a formula is worked out once a group, for every k of a curve. */
export function pairedGroups({ before, after }: PairedCounts): PairedGroups {
  const groups = new Map<string, number>();
  const first: number[] = [];
  const size: number[] = [];
  const of = new Int32Array(before.n.length);
  for (let x = 0; x < of.length; x++) {
    const key = `${before.n[x]} ${before.c[x]} ${after.n[x]} ${after.c[x]}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = size.length;
      groups.set(key, group);
      first.push(x);
      size.push(0);
    }
    size[group]++;
    of[x] = group;
  }
  const pick = (column: Int32Array) => Int32Array.from(first, (x) => column[x]);
  return {
    counts: { before: { n: pick(before.n), c: pick(before.c) }, after: { n: pick(after.n), c: pick(after.c) } },
    size: Int32Array.from(size),
    of,
  };
}
