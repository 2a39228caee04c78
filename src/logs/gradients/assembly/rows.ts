// Where the rows of score vectors, their sums and all else lie: laid out by rowLayout.ts.
import { bytesOfEight } from './singles';

/** Numbers in a vector, and with zeros behind it: a multiple of eight. */
export let dimension: i32 = 0;
export let stride: i32 = 0;
/** By slot: sums of vectors, [stride] doubles each; sums of squares; how many. */
export let sums: usize = 0;
export let squares: usize = 0;
export let counts: usize = 0;
/** Room of this thread alone. */
export let scratch: usize = 0;

export function setRows(length: i32, sumsAt: usize, squaresAt: usize, countsAt: usize, scratchAt: usize): void {
  dimension = length;
  stride = (length + 7) & ~7;
  sums = sumsAt;
  squares = squaresAt;
  counts = countsAt;
  scratch = scratchAt;
}

/** Numbers of a row that come in whole eights. */
@inline export function wholeEights(): i32 {
  return dimension & ~7;
}

/** Copies what is left of a row behind its whole eights to the scratch, with zeros behind it. @returns where it is; 0 when nothing is left */
export function restOfRow(from: usize, type: i32): usize {
  const rest = dimension & 7;
  if (rest === 0) return 0;
  const bytes = bytesOfEight(type);
  memory.fill(scratch, 0, 64);
  memory.copy(scratch, from + (dimension >> 3) * bytes, (rest * bytes) >> 3);
  return scratch;
}
