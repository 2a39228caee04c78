import { decodeUtf8 } from './decodeUtf8';
import { Kind } from './kind';
import { parseJsonText } from './parseJsonText';
import { pathTrie, type PathTrie } from './pathTrie';
import type { RecordScanner } from './recordScanner';
import { PLACE, ScannedRecord } from './scannedRecord';

const QUOTE = 0x22, BACKSLASH = 0x5c, COMMA = 0x2c, COLON = 0x3a;
const OPEN_OBJECT = 0x7b, CLOSE_OBJECT = 0x7d, OPEN_ARRAY = 0x5b, CLOSE_ARRAY = 0x5d;

const MOST_USUAL_KEYS = 64;

/** 1: stands for itself inside a string. Bytes from 0x80 on are UTF-8, which the decoder forgives when broken, as JSON.parse's caller would. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0));
const SPACE = Uint8Array.from({ length: 256 }, (_, byte) => (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 ? 1 : 0));

/** Bytes behind a backslash, by the first: 1 for \n and its like, 5 for \u with its digits, 0 for what is no escape. */
const ESCAPE_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => (byte === 0x75 ? 5 : '"\\/bfnrt'.includes(String.fromCharCode(byte)) ? 1 : 0));

const TRUE = ascii('true'), FALSE = ascii('false'), NULL = ascii('null'), NAN = ascii('NaN'), INFINITY = ascii('Infinity');

/** The scanner where there is no WebAssembly with vectors. One pass, no recursion, no garbage. */
export class PortableScanner implements RecordScanner {
  readonly record: ScannedRecord;
  readonly #trie: PathTrie;
  /** The open objects and arrays, outermost first: node of the trie, and the element's number (-1 for an object). */
  #nodes = new Int32Array(64);
  #indexes = new Int32Array(64);
  /** Members of this node were noted in this record: a repeated key must forget them. */
  readonly #seen: Uint32Array;
  /** The n-th member's key of a record not long ago, from behind its opening quote to the colon: records mostly repeat their keys in order. */
  readonly #usualKeys: { readonly bytes: Uint8Array; readonly node: number }[] = [];
  #serial = 0;
  #escaped = false;

  constructor(paths: readonly string[]) {
    this.#trie = pathTrie(paths);
    this.record = new ScannedRecord(paths.length);
    this.#seen = new Uint32Array(this.#trie.path.length);
  }

  scan(bytes: Uint8Array, start: number, end: number): number {
    const { record } = this;
    const trie = this.#trie;
    const seen = this.#seen;
    const { places } = record;
    record.bytes = bytes;
    for (let place = 0; place < places.length; place += PLACE) places[place] = Kind.missing;
    this.#serial = (this.#serial + 1) >>> 0;
    if (this.#serial === 0) seen.fill(0);
    let pos = start;
    while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
    let depth = 0;
    /** Node of the value that comes next; 0: not wanted. */
    let node = bytes[pos] === OPEN_OBJECT ? trie.root : trie.bare;
    /** Members of the record met so far. */
    let keyNumber = 0;
    let nodes = this.#nodes;
    let indexes = this.#indexes;

    value: for (;;) {
      while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
      if (pos >= end) return end;
      const from = pos;
      const byte = bytes[pos] as number;
      let kind: number = Kind.number;
      /** A key comes next, not the rest of a container. */
      let wantsKey = false;
      if (byte === QUOTE) {
        pos = this.#stringEnd(bytes, pos + 1, end);
        if (pos < 0) return ~pos;
        pos++;
        kind = this.#escaped ? Kind.escapedString : Kind.string;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (node !== 0) {
          if (seen[node] === this.#serial) for (const path of trie.below[node] as readonly number[]) places[path * PLACE] = Kind.missing;
          seen[node] = this.#serial;
          const path = trie.path[node] as number;
          if (path >= 0) {
            places[path * PLACE] = byte === OPEN_OBJECT ? Kind.object : Kind.array;
            places[path * PLACE + 1] = from;
          }
        }
        if (depth === nodes.length) {
          this.#deepen();
          nodes = this.#nodes;
          indexes = this.#indexes;
        }
        nodes[depth] = node;
        pos++;
        while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
        if (byte === OPEN_OBJECT) {
          indexes[depth++] = -1;
          if (pos >= end) return end;
          if (bytes[pos] !== CLOSE_OBJECT) wantsKey = true;
        } else {
          indexes[depth++] = 0;
          if (pos >= end) return end;
          if (bytes[pos] !== CLOSE_ARRAY) {
            node = node === 0 ? 0 : (trie.elements[node]?.[0] ?? 0);
            continue value;
          }
        }
        kind = -1;
      } else if (byte === 0x74) {
        pos = literalEnd(bytes, pos, end, TRUE);
        if (pos < 0) return ~pos;
        kind = Kind.true;
      } else if (byte === 0x66) {
        pos = literalEnd(bytes, pos, end, FALSE);
        if (pos < 0) return ~pos;
        kind = Kind.false;
      } else if (byte === 0x6e) {
        pos = literalEnd(bytes, pos, end, NULL);
        if (pos < 0) return ~pos;
        kind = Kind.null;
      } else {
        pos = numberEnd(bytes, pos, end);
        if (pos < 0) return ~pos;
      }
      if (kind >= 0 && node !== 0) {
        if (seen[node] === this.#serial) for (const path of trie.below[node] as readonly number[]) places[path * PLACE] = Kind.missing;
        seen[node] = this.#serial;
        const path = trie.path[node] as number;
        if (path >= 0) {
          places[path * PLACE] = kind;
          places[path * PLACE + 1] = from;
          places[path * PLACE + 2] = pos;
        }
      }

      // What may follow: a comma and a key or an element, or the end of the innermost container.
      for (;;) {
        if (!wantsKey) {
          while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
          if (depth === 0) return pos < end ? pos : -1;
          if (pos >= end) return end;
          const next = bytes[pos] as number;
          const index = indexes[depth - 1] as number;
          if (next === COMMA) {
            pos++;
            if (index >= 0) {
              indexes[depth - 1] = index + 1;
              const parent = nodes[depth - 1] as number;
              node = parent === 0 ? 0 : (trie.elements[parent]?.[index + 1] ?? 0);
              continue value;
            }
          } else if (next === (index >= 0 ? CLOSE_ARRAY : CLOSE_OBJECT)) {
            pos++;
            depth--;
            const path = trie.path[nodes[depth] as number] as number;
            if (path >= 0) places[path * PLACE + 2] = pos;
            continue;
          } else return pos;
        }
        while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
        if (pos >= end) return end;
        if (bytes[pos] !== QUOTE) return pos;
        const keyStart = ++pos;
        if (depth === 1) {
          const usual = this.#usualKeys[keyNumber++];
          if (usual !== undefined && startsWith(bytes, pos, end, usual.bytes)) {
            pos += usual.bytes.length;
            node = usual.node;
            continue value;
          }
        }
        pos = this.#stringEnd(bytes, pos, end);
        if (pos < 0) return ~pos;
        const parent = nodes[depth - 1] as number;
        node = parent === 0 ? 0 : this.#member(parent, bytes, keyStart, pos);
        pos++;
        while (pos < end && SPACE[bytes[pos] as number] === 1) pos++;
        if (pos >= end) return end;
        if (bytes[pos] !== COLON) return pos;
        pos++;
        if (depth === 1 && keyNumber <= MOST_USUAL_KEYS && (keyNumber > this.#usualKeys.length || (this.#serial & 15) === 0)) {
          this.#usualKeys[keyNumber - 1] = { bytes: bytes.slice(keyStart, pos), node };
        }
        continue value;
      }
    }
  }

  /** @returns the closing quote, or ~offset of what cannot be there */
  #stringEnd(bytes: Uint8Array, pos: number, end: number): number {
    this.#escaped = false;
    for (;;) {
      while (pos < end && PLAIN[bytes[pos] as number] === 1) pos++;
      if (pos >= end) return ~end;
      if (bytes[pos] === QUOTE) return pos;
      if (bytes[pos] !== BACKSLASH) return ~pos;
      this.#escaped = true;
      if (++pos >= end) return ~end;
      const length = ESCAPE_BYTES[bytes[pos] as number] as number;
      if (length === 0) return ~pos;
      for (let digit = 1; digit < length; digit++) {
        if (pos + digit >= end) return ~end;
        if (!isHex(bytes[pos + digit] as number)) return ~(pos + digit);
      }
      pos += length;
    }
  }

  #member(parent: number, bytes: Uint8Array, start: number, end: number): number {
    const members = this.#trie.members[parent] as PathTrie['members'][number];
    if (this.#escaped) {
      const key = parseJsonText(decodeUtf8(bytes, start - 1, end + 1));
      return members.find((member) => member.key === key)?.node ?? 0;
    }
    const length = end - start;
    next: for (const member of members) {
      const wanted = member.bytes;
      if (wanted.length !== length) continue;
      for (let at = 0; at < length; at++) if (bytes[start + at] !== wanted[at]) continue next;
      return member.node;
    }
    return 0;
  }

  #deepen(): void {
    const nodes = new Int32Array(this.#nodes.length * 4);
    const indexes = new Int32Array(this.#nodes.length * 4);
    nodes.set(this.#nodes);
    indexes.set(this.#indexes);
    this.#nodes = nodes;
    this.#indexes = indexes;
  }
}

function startsWith(bytes: Uint8Array, pos: number, end: number, start: Uint8Array): boolean {
  const { length } = start;
  if (pos + length > end) return false;
  for (let at = 0; at < length; at++) if (bytes[pos + at] !== start[at]) return false;
  return true;
}

function literalEnd(bytes: Uint8Array, pos: number, end: number, literal: Uint8Array): number {
  for (let at = 0; at < literal.length; at++) {
    if (pos + at >= end) return ~end;
    if (bytes[pos + at] !== literal[at]) return ~(pos + at);
  }
  return pos + literal.length;
}

/** @returns just past the number, or ~offset of what cannot be there */
function numberEnd(bytes: Uint8Array, pos: number, end: number): number {
  if (bytes[pos] === 0x2d) pos++;
  if (pos >= end) return ~end;
  const first = bytes[pos] as number;
  if (first === 0x49) return literalEnd(bytes, pos, end, INFINITY);
  if (first === 0x4e && bytes[pos - 1] !== 0x2d) return literalEnd(bytes, pos, end, NAN);
  if (first === 0x4e || !isDigit(first)) return ~pos;
  pos++;
  if (first !== 0x30) while (pos < end && isDigit(bytes[pos] as number)) pos++;
  if (pos < end && bytes[pos] === 0x2e) {
    pos++;
    const digits = pos;
    while (pos < end && isDigit(bytes[pos] as number)) pos++;
    if (pos === digits) return ~pos;
  }
  if (pos < end && ((bytes[pos] as number) | 0x20) === 0x65) {
    pos++;
    if (pos < end && (bytes[pos] === 0x2b || bytes[pos] === 0x2d)) pos++;
    const digits = pos;
    while (pos < end && isDigit(bytes[pos] as number)) pos++;
    if (pos === digits) return ~pos;
  }
  return pos;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number): boolean {
  return isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
