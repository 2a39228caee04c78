import { pathSteps, type PathTrie } from './pathTrie';
import { PLACE } from './scannedRecord';
import { ROW } from './plainRows';
import { trieMemory } from './trieMemory';

/** Numbers before the places of a record in the table: what is wrong (-1: nothing), where it ends. */
export const RECORD_HEAD = 2;

const TREE = 1 << 12;
const TABLE_BYTES = 1 << 20;
const ROWS_BYTES = 1 << 19;
const PLAIN_FIELDS_BYTES = 64;

/** Addresses in a scanner's memory; the bytes to be scanned go into the window, behind all else. */
export interface ScannerLayout {
  readonly tree: number;
  readonly treeBytes: Uint8Array;
  readonly open: number;
  readonly fives: number;
  readonly plainFields: number;
  readonly table: number;
  /** Numbers of a record in the table. */
  readonly stride: number;
  /** Records that the table has room for. */
  readonly mostRecords: number;
  readonly rows: number;
  readonly mostRows: number;
  readonly promptNames: number;
  readonly window: number;
}

/** @param fivesBytes for the powers of five @param namesBytes for the names of prompts */
export function scannerLayout(paths: readonly string[], trie: PathTrie, fivesBytes: number, namesBytes: number): ScannerLayout {
  const treeBytes = trieMemory(trie, TREE);
  const open = align(TREE + treeBytes.length);
  const deepest = paths.reduce((most, path) => Math.max(most, pathSteps(path).length), 0);
  const fives = align(open + (deepest + 2) * 8);
  const plainFields = align(fives + fivesBytes);
  const table = plainFields + PLAIN_FIELDS_BYTES;
  const stride = RECORD_HEAD + paths.length * PLACE;
  const rows = align(table + Math.max(TABLE_BYTES, stride * 4));
  const promptNames = align(rows + ROWS_BYTES);
  return {
    tree: TREE, treeBytes, open, fives, plainFields, table, stride, mostRecords: Math.floor((rows - table) / 4 / stride),
    rows, mostRows: Math.floor(ROWS_BYTES / 4 / ROW), promptNames, window: align(promptNames + namesBytes),
  };
}

/** The next address that is a multiple of 64. */
export function align(address: number): number {
  return (address + 63) & ~63;
}
