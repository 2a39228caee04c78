// The prompts that records name, numbered by name and run, so that each name is turned into a string once. The room is
// limited: what does not fit has no number, and a new block of lines begins afresh once much of the room is taken.

const SLOTS = 1 << 15, MOST = 1 << 14, NAME_BYTES = 1 << 20, LONGEST = 1 << 12;
/** Of an entry: its name, the length of the run in it, the length of the id behind that, whether its category was read. */
const ENTRY_BYTES = 16, RUN_LENGTH = 4, ID_LENGTH = 8, CATEGORY = 12;
const FULL = 1 << 30;

let slots: i32 = 0;
let entries: i32 = 0;
let names: i32 = 0;
let count: i32 = 0;
let nameEnd: i32 = 0;
let last: i32 = -1;

/** How often the numbering began afresh. */
export let generation: i32 = 0;

/** Says where the room is that promptNamesBytes asks for. @returns where the entries are */
export function setPromptNames(at: i32): i32 {
  slots = at;
  entries = at + SLOTS * 4;
  names = entries + MOST * ENTRY_BYTES;
  beginAfresh();
  return entries;
}

export function promptNamesBytes(): i32 {
  return SLOTS * 4 + MOST * ENTRY_BYTES + NAME_BYTES + LONGEST * 2 + 64;
}

function beginAfresh(): void {
  memory.fill(slots, 0, SLOTS * 4);
  count = 0;
  nameEnd = names;
  last = -1;
  generation++;
}

/** Makes room before a block of lines. */
export function makeRoomForNames(): void {
  if (count > MOST / 2 || nameEnd - names > NAME_BYTES / 2) beginAfresh();
}

@inline function same(a: i32, b: i32, length: i32): bool {
  let at = 0;
  for (; at + 16 <= length; at += 16) if (i8x16.bitmask(i8x16.eq(v128.load(a + at), v128.load(b + at))) !== 0xffff) return false;
  return (~i8x16.bitmask(i8x16.eq(v128.load(a + at), v128.load(b + at))) & ((1 << (length - at)) - 1)) === 0;
}

@inline function isNamed(entry: i32, run: i32, runLength: i32, id: i32, idLength: i32): bool {
  const at = entries + entry * ENTRY_BYTES;
  if (load<i32>(at, RUN_LENGTH) !== runLength || load<i32>(at, ID_LENGTH) !== idLength) return false;
  const name = load<i32>(at);
  return same(name + runLength, id, idLength) && (runLength === 0 || same(name, run, runLength));
}

@inline function mixed(hash: u64, start: i32, length: i32): u64 {
  let at = 0;
  for (; at + 8 <= length; at += 8) hash = rotl(hash ^ load<u64>(start + at), 29) * 0x9e3779b97f4a7c15;
  if (at < length) hash = rotl(hash ^ (load<u64>(start + at) & ((<u64>1 << ((length - at) << 3)) - 1)), 29) * 0x9e3779b97f4a7c15;
  return hash;
}

/**
 * The number of a prompt.
 * @returns ~number when it is new, FULL when there is no room for it
 */
export function promptNumber(run: i32, runLength: i32, id: i32, idLength: i32): i32 {
  // The samples of a prompt mostly follow each other.
  if (last >= 0 && isNamed(last, run, runLength, id, idLength)) return last;
  if (idLength > LONGEST || runLength > LONGEST) return FULL;
  const hash = mixed(mixed(<u64>runLength, run, runLength), id, idLength);
  let slot = <i32>((hash ^ (hash >> 32)) & (SLOTS - 1));
  while (true) {
    const entry = load<i32>(slots + (slot << 2)) - 1;
    if (entry < 0) break;
    if (isNamed(entry, run, runLength, id, idLength)) {
      last = entry;
      return entry;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (count === MOST || nameEnd - names > NAME_BYTES) return FULL;
  const at = entries + count * ENTRY_BYTES;
  store<i32>(at, nameEnd);
  store<i32>(at, runLength, RUN_LENGTH);
  store<i32>(at, idLength, ID_LENGTH);
  store<i32>(at, 0, CATEGORY);
  memory.copy(nameEnd, run, runLength);
  memory.copy(nameEnd + runLength, id, idLength);
  nameEnd += runLength + idLength;
  store<i32>(slots + (slot << 2), count + 1);
  last = count;
  return ~count++;
}

/** Whether a prompt's category is yet to be read. */
@inline export function lacksCategory(number: i32): bool {
  return load<i32>(entries + number * ENTRY_BYTES, CATEGORY) === 0;
}

@inline export function hasCategory(number: i32): void {
  store<i32>(entries + number * ENTRY_BYTES, 1, CATEGORY);
}
