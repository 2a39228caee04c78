// Records mostly repeat their keys in order: the key that the last record had in the same place is looked for first.

const MOST = 24, LONGEST = 32;
/** Of a key: its length from the opening quote to the colon (0: none), the node of its value, its bytes. */
const KEY_BYTES = 48, BYTES = 16;
export const KEY_NODE = 4;
const keys = memory.data(MOST * KEY_BYTES);

export function forgetKeys(): void {
  memory.fill(keys, 0, MOST * KEY_BYTES);
}

/** @returns where the key is kept that the bytes at pos repeat; 0: they do not */
@inline export function usualKey(pos: i32, number: i32): i32 {
  if (number >= MOST) return 0;
  const key = <i32>keys + number * KEY_BYTES;
  const length = load<i32>(key);
  const low = i8x16.bitmask(i8x16.ne(v128.load(pos), v128.load(key + BYTES)));
  if (length <= 16) return length === 0 || (low & ((1 << length) - 1)) !== 0 ? 0 : key;
  const high = i8x16.bitmask(i8x16.ne(v128.load(pos + 16), v128.load(key + BYTES + 16)));
  return low !== 0 || (high & ((1 << (length - 16)) - 1)) !== 0 ? 0 : key;
}

/** Remembers the key at pos. */
export function expectKey(number: i32, pos: i32, length: i32, node: i32): void {
  if (number >= MOST || length > LONGEST) return;
  const key = <i32>keys + number * KEY_BYTES;
  store<i32>(key, length);
  store<i32>(key, node, KEY_NODE);
  memory.copy(key + BYTES, pos, length);
}
