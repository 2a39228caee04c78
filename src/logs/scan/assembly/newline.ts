/** @returns the first line end from start on, `end` when there is none */
export function newline(start: i32, end: i32): i32 {
  for (let pos = start; pos < end; pos += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(pos), i8x16.splat(0x0a)));
    if (found !== 0) return min(pos + ctz(found), end);
  }
  return end;
}
