// The scanner of one record, as portableScanner.ts: what it accepts and what it notes are the same, byte for byte.
// Memory is laid out by wasmScanner.ts: the tree of wanted paths, the table of records found, the bytes, the open brackets.
import { checkedNumbers, checkedOut } from './floats';
import { escaped, stringEnd } from './strings';
import { expectKey, forgetKeys, KEY_NODE, usualKey } from './usualKeys';
import { falseEnd, nullEnd, numberEnd, trueEnd } from './numbers';

const NEWLINE: u8 = 0x0a, QUOTE: u8 = 0x22, COMMA: u8 = 0x2c, COLON: u8 = 0x3a;
const OPEN_OBJECT: u8 = 0x7b, CLOSE_OBJECT: u8 = 0x7d, OPEN_ARRAY: u8 = 0x5b, CLOSE_ARRAY: u8 = 0x5d;
// As in kind.ts.
const MISSING = 0, IS_NULL = 1, IS_TRUE = 2, IS_FALSE = 3, NUMBER = 4, STRING = 5, ESCAPED_STRING = 6, ARRAY = 7, OBJECT = 8, NUMBERS = 9;

// A node of the tree of paths, 32 bytes: path, members, their count, elements, their count, paths below, their count, serial of the last record.
const NODE_BYTES = 32, MEMBERS = 4, MEMBER_COUNT = 8, ELEMENTS = 12, ELEMENT_COUNT = 16, BELOW = 20, BELOW_COUNT = 24, SEEN = 28;
const ROOT = 1;
// A member, 12 bytes: its key's length, its key, its node.
const MEMBER_BYTES = 12;
// A record in the table: the first byte that cannot be (-1: none), where it ends; then of each path kind, start, end.
export const RECORD_HEAD = 8, PLACE_BYTES = 12;

/** Asks for the node of a key that has escapes, of the member of a node. */
@external("host", "escapedKey")
declare function escapedKey(parent: i32, start: i32, end: i32): i32;

let nodes: i32 = 0;
export let paths: i32 = 0;
let bare: i32 = 0;
let openNodes: i32 = 0;
let brackets: i32 = 0;

/** Says where the tree is (its root is node 1), how many paths there are, the node of a record that is no object, and room for the open wanted containers. */
export function setPaths(tree: i32, count: i32, bareNode: i32, open: i32): void {
  nodes = tree;
  paths = count;
  bare = bareNode;
  openNodes = open;
  forgetKeys();
}

/** Says from where on memory is free for the open brackets, 64 a word. */
export function setBrackets(at: i32): void {
  brackets = at;
}

let vectorPath: i32 = -1;
/** Where the next vector's doubles go; 0: there is no room. */
export let vectorRoom: i32 = 0;

/** Says which path's arrays of numbers are wanted as doubles, and where they go, 8 bytes for each two bytes of text. */
export function setVectors(path: i32, room: i32): void {
  vectorPath = path;
  vectorRoom = room;
}

let serial: u32 = 0;
let places: i32 = 0;
/** Where the record being scanned ends for sure, where line ends are blanks inside a record; 0 where a line end ends a record. */
let limit: i32 = 0;

/** From now on a line end ends a record. */
export function endAtLines(): void {
  limit = 0;
}

@inline function pathOf(node: i32): i32 {
  return load<i32>(nodes + node * NODE_BYTES);
}

@inline function field(node: i32, offset: i32): i32 {
  return load<i32>(nodes + node * NODE_BYTES + offset);
}

@inline function isBlank(byte: u8): bool {
  return byte === 0x20 || byte === 0x0d || byte === 0x09;
}

@inline export function pastBlanks(pos: i32): i32 {
  return load<u8>(pos) > 0x20 ? pos : pastManyBlanks(pos);
}

function pastManyBlanks(pos: i32): i32 {
  while (true) {
    const byte = load<u8>(pos);
    if (!isBlank(byte) && (byte !== NEWLINE || pos >= limit)) return pos;
    pos++;
  }
}

/** A value of this kind begins at a wanted node: what an earlier member of the same name left is forgotten. */
function note(node: i32, kind: i32, start: i32, end: i32): void {
  const at = nodes + node * NODE_BYTES;
  if (load<u32>(at + SEEN) === serial) {
    const below = load<i32>(at + BELOW);
    const count = load<i32>(at + BELOW_COUNT);
    for (let each = 0; each < count; each++) store<i32>(places + load<i32>(below + (each << 2)) * PLACE_BYTES, MISSING);
  }
  store<u32>(at + SEEN, serial);
  const path = load<i32>(at);
  if (path < 0) return;
  const place = places + path * PLACE_BYTES;
  store<i32>(place, kind);
  store<i32>(place + 4, start);
  store<i32>(place + 8, end);
}

@inline function element(parent: i32, index: i32): i32 {
  return index < field(parent, ELEMENT_COUNT) ? load<i32>(field(parent, ELEMENTS) + (index << 2)) : 0;
}

function member(parent: i32, start: i32, end: i32): i32 {
  const count = field(parent, MEMBER_COUNT);
  if (count === 0) return 0;
  if (escaped) return escapedKey(parent, start, end);
  const length = end - start;
  let at = field(parent, MEMBERS);
  for (const last = at + count * MEMBER_BYTES; at < last; at += MEMBER_BYTES) {
    if (load<i32>(at) !== length) continue;
    const key = load<i32>(at + 4);
    let same = 0;
    while (same < length && load<u8>(key + same) === load<u8>(start + same)) same++;
    if (same === length) return load<i32>(at + 8);
  }
  return 0;
}

let node: i32 = 0;
/** Members of the record passed so far. */
let keyNumber: i32 = 0;

/** Passes a key and its colon; `node` becomes that of its value. @param parent node of the object, 0: not wanted */
@inline function keyEnd(pos: i32, parent: i32): i32 {
  pos = pastBlanks(pos);
  if (parent !== ROOT) return newKeyEnd(pos, parent);
  const expected = usualKey(pos, keyNumber++);
  if (expected === 0) return rootKeyEnd(pos);
  node = load<i32>(expected, KEY_NODE);
  return pos + load<i32>(expected);
}

/** A key of a record that the record before did not have in this place. */
function rootKeyEnd(start: i32): i32 {
  const pos = newKeyEnd(start, ROOT);
  if (pos > 0 && !escaped) expectKey(keyNumber - 1, start, pos - start, node);
  return pos;
}

function newKeyEnd(pos: i32, parent: i32): i32 {
  if (load<u8>(pos) !== QUOTE) return ~pos;
  const start = pos + 1;
  pos = stringEnd(start);
  if (pos < 0) return pos;
  node = parent === 0 ? 0 : member(parent, start, pos);
  pos = pastBlanks(pos + 1);
  return load<u8>(pos) === COLON ? pos + 1 : ~pos;
}

let endOfVector: i32 = 0;

/** Reads the vector at the wanted node; false where it is none, and nothing has happened. */
function vectorEnd(start: i32): bool {
  if (field(node, ELEMENT_COUNT) > 0) return false;
  endOfVector = checkedNumbers(start, vectorRoom);
  if (endOfVector === 0) return false;
  note(node, NUMBERS, vectorRoom, checkedOut);
  vectorRoom = checkedOut;
  return true;
}

/** @returns where the value ends that begins at pos, or ~offset of the first byte that cannot be there */
function valueEnd(pos: i32): i32 {
  /** Open brackets, how many of the outermost are wanted, and the 64 innermost of them; 1: an object. */
  let depth = 0;
  let wanted = 0;
  let open: u64 = 0;
  keyNumber = 0;
  node = load<u8>(pos) === OPEN_OBJECT ? ROOT : bare;
  while (true) {
    pos = pastBlanks(pos);
    const start = pos;
    const byte = load<u8>(pos);
    let kind = NUMBER;
    if (byte === QUOTE) {
      pos = stringEnd(pos + 1);
      if (pos < 0) return pos;
      pos++;
      kind = escaped ? ESCAPED_STRING : STRING;
    } else if (byte === OPEN_ARRAY && node !== 0 && vectorRoom !== 0 && pathOf(node) === vectorPath && vectorEnd(start)) {
      pos = endOfVector;
      node = 0;
    } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      const isObject = byte === OPEN_OBJECT;
      const parent = node;
      if (node !== 0) {
        note(node, isObject ? OBJECT : ARRAY, start, 0);
        store<i32>(openNodes + (wanted << 3), node);
        store<i32>(openNodes + (wanted << 3), 0, 4);
        wanted++;
      }
      if ((depth & 63) === 0 && depth > 0) spill(depth, open);
      open = (open << 1) | u64(isObject);
      depth++;
      pos = pastBlanks(pos + 1);
      if (load<u8>(pos) !== (isObject ? CLOSE_OBJECT : CLOSE_ARRAY)) {
        if (isObject) {
          pos = keyEnd(pos, parent);
          if (pos < 0) return pos;
        } else node = parent === 0 ? 0 : element(parent, 0);
        continue;
      }
      node = 0;
    } else {
      if (byte === 0x74) {
        pos = trueEnd(pos);
        kind = IS_TRUE;
      } else if (byte === 0x66) {
        pos = falseEnd(pos);
        kind = IS_FALSE;
      } else if (byte === 0x6e) {
        pos = nullEnd(pos);
        kind = IS_NULL;
      } else pos = numberEnd(pos);
      if (pos < 0) return pos;
    }
    if (node !== 0) note(node, kind, start, pos);

    // What may follow: a comma and the next member or element, or the ends of containers.
    while (true) {
      if (depth === 0) return pos;
      pos = pastBlanks(pos);
      const next = load<u8>(pos);
      const isObject = (open & 1) !== 0;
      const isWanted = wanted === depth;
      if (next === COMMA) {
        pos++;
        const top = openNodes + ((wanted - 1) << 3);
        const parent = isWanted ? load<i32>(top) : 0;
        if (isObject) {
          pos = keyEnd(pos, parent);
          if (pos < 0) return pos;
        } else if (isWanted) {
          const index = load<i32>(top, 4) + 1;
          store<i32>(top, index, 4);
          node = element(parent, index);
        } else node = 0;
        break;
      }
      if (next !== (isObject ? CLOSE_OBJECT : CLOSE_ARRAY)) return ~pos;
      pos++;
      depth--;
      open >>= 1;
      if ((depth & 63) === 0 && depth > 0) open = load<u64>(brackets + (depth >> 3) - 8);
      if (isWanted) {
        wanted--;
        const path = pathOf(load<i32>(openNodes + (wanted << 3)));
        if (path >= 0) store<i32>(places + path * PLACE_BYTES + 8, pos);
      }
    }
  }
}

function spill(depth: i32, open: u64): void {
  const at = brackets + (depth >> 3) - 8;
  if (<u32>at + 8 > <u32>(memory.size() << 16)) memory.grow(16);
  store<u64>(at, open);
}

/** @param place where the places of its values go @returns where it stopped, or ~offset of what cannot be there */
@inline export function scanned(start: i32, place: i32): i32 {
  places = place;
  for (let path = 0; path < paths; path++) store<i32>(place + path * PLACE_BYTES, MISSING);
  serial++;
  const end = valueEnd(start);
  return end < 0 ? end : pastBlanks(end);
}

/**
 * Scans one record.
 * @param end where it ends; memory there is overwritten
 * @param table where the places of its values go, after RECORD_HEAD bytes
 * @returns -1 when it is JSON, else the first byte that cannot be, `end` when it ends too early
 */
export function scanRecord(start: i32, end: i32, table: i32): i32 {
  store<u8>(end, NEWLINE);
  limit = end;
  const at = scanned(pastBlanks(start), table + RECORD_HEAD);
  return at < 0 ? ~at : at < end ? at : -1;
}
