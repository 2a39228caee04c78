import type { PathTrie } from './pathTrie';

const NODE_BYTES = 32, MEMBER_BYTES = 12;
// Words of a node; a count follows each list.
const MEMBERS = 1, MEMBER_COUNT = 2, ELEMENTS = 3, BELOW = 5;

/**
 * A tree of paths as the scanner in WebAssembly reads it (the layout is written down in assembly/recordScanner.ts).
 * @param at where its first byte will be, a multiple of 4
 */
export function trieMemory(trie: PathTrie, at: number): Uint8Array {
  const nodes = trie.path.length;
  let size = nodes * NODE_BYTES;
  const take = (bytes: number): number => {
    const from = size;
    size = (size + bytes + 3) & ~3;
    return from;
  };
  const keys: { readonly bytes: Uint8Array; readonly from: number }[] = [];
  const words: [index: number, value: number][] = [];
  const put = (from: number, word: number, value: number): void => void words.push([(from >> 2) + word, value]);
  const list = (node: number, field: number, values: ArrayLike<number>): void => {
    const from = take(values.length * 4);
    put(node * NODE_BYTES, field, at + from);
    put(node * NODE_BYTES, field + 1, values.length);
    for (let each = 0; each < values.length; each++) put(from, each, values[each] as number);
  };
  for (let node = 0; node < nodes; node++) {
    put(node * NODE_BYTES, 0, trie.path[node] as number);
    const members = trie.members[node] ?? [];
    const from = take(members.length * MEMBER_BYTES);
    put(node * NODE_BYTES, MEMBERS, at + from);
    put(node * NODE_BYTES, MEMBER_COUNT, members.length);
    members.forEach((member, each) => {
      const key = take(member.bytes.length);
      keys.push({ bytes: member.bytes, from: key });
      put(from + each * MEMBER_BYTES, 0, member.bytes.length);
      put(from + each * MEMBER_BYTES, 1, at + key);
      put(from + each * MEMBER_BYTES, 2, member.node);
    });
    list(node, ELEMENTS, trie.elements[node] ?? []);
    list(node, BELOW, trie.below[node] ?? []);
  }
  const memory = new Uint8Array(size);
  const view = new DataView(memory.buffer);
  for (const [index, value] of words) view.setInt32(index * 4, value, true);
  for (const { bytes, from } of keys) memory.set(bytes, from);
  return memory;
}
