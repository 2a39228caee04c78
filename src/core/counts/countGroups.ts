/** The distinct (n, c) among prompts: all that counts say of a prompt. M groups, P prompts. */
export interface CountGroups {
  /** [M] */
  readonly n: Int32Array;
  /** [M] */
  readonly c: Int32Array;
  /** Prompts in the group, [M]. */
  readonly size: Int32Array;
  /** Group of each prompt, -1 where it was left out, [P]. */
  readonly of: Int32Array;
}

/**
 * Gathers prompts with equal counts, so that a formula is worked out once a group and not once a prompt.
 * @param included prompts to gather; all without it
 */
export function countGroups(n: Int32Array, c: Int32Array, included?: ArrayLike<number>): CountGroups {
  const of = new Int32Array(n.length).fill(-1);
  const groups = new Map<number, number>();
  const groupN: number[] = [];
  const groupC: number[] = [];
  const size: number[] = [];
  for (let x = 0; x < n.length; x++) {
    if (included !== undefined && !included[x]) continue;
    // Both fit in 31 bits; the largest key, 2^62, would not be exact, but n stays below 2^22 in any log that fits a disk.
    const key = n[x] * 2 ** 31 + c[x];
    let group = groups.get(key);
    if (group === undefined) {
      group = size.length;
      groups.set(key, group);
      groupN.push(n[x]);
      groupC.push(c[x]);
      size.push(0);
    }
    size[group]++;
    of[x] = group;
  }
  return { n: Int32Array.from(groupN), c: Int32Array.from(groupC), size: Int32Array.from(size), of };
}
