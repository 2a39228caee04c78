import { utf8Bytes } from './utf8Bytes';

/** Wanted dotted paths as a tree of keys, so that the scanner follows all of them in one pass. Node 0 is "not wanted". */
export interface PathTrie {
  /** Path that ends at a node, -1 when none does. [nodes] */
  readonly path: Int32Array;
  /** Members to follow from a node. [nodes] */
  readonly members: readonly (readonly TrieMember[])[];
  /** Elements to follow from a node, by index; null when there are none. [nodes] */
  readonly elements: readonly (readonly number[] | null)[];
  /** Paths that end at a node or below it. [nodes] */
  readonly below: readonly (readonly number[])[];
  /** The node of a record that is an object. */
  readonly root: number;
  /** The node of a record that is no object: that of the path "value". */
  readonly bare: number;
}

export interface TrieMember {
  readonly key: string;
  /** The key as it stands in JSON, in UTF-8, when it needs no escape. */
  readonly bytes: Uint8Array;
  readonly node: number;
}

/** Splits "a.b" into keys; a dot that belongs to a key is written "\.". */
export function pathSteps(path: string): string[] {
  return path.split(/(?<!\\)\./).map((step) => step.replace(/\\\./g, '.'));
}

/** Writes keys as a dotted path. */
export function pathOf(steps: readonly string[]): string {
  return steps.map((step) => step.replace(/\./g, '\\.')).join('.');
}

/** @param paths dotted paths; "0", "1", … also name elements of an array */
export function pathTrie(paths: readonly string[]): PathTrie {
  const ends: number[] = [-1, -1];
  const members: TrieMember[][] = [[], []];
  const below: number[][] = [[], []];
  const root = 1;
  paths.forEach((path, index) => {
    let node = root;
    for (const key of pathSteps(path)) {
      (below[node] as number[]).push(index);
      let next = (members[node] as TrieMember[]).find((member) => member.key === key)?.node;
      if (next === undefined) {
        next = ends.length;
        ends.push(-1);
        members.push([]);
        below.push([]);
        (members[node] as TrieMember[]).push({ key, bytes: utf8Bytes(key), node: next });
      }
      node = next;
    }
    (below[node] as number[]).push(index);
    if (ends[node] !== -1) throw new RangeError(`pathTrie: the path ${path} is given twice`);
    ends[node] = index;
  });
  return {
    path: Int32Array.from(ends),
    members,
    elements: members.map(elementNodes),
    below,
    root,
    bare: members[root]?.find((member) => member.key === 'value')?.node ?? 0,
  };
}

function elementNodes(members: readonly TrieMember[]): number[] | null {
  const nodes: number[] = [];
  for (const { key, node } of members) if (/^(0|[1-9]\d{0,3})$/.test(key)) nodes[Number(key)] = node;
  return nodes.length === 0 ? null : Array.from(nodes, (node) => node ?? 0);
}
