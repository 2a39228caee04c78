import type { PromptRow } from '../../src/core/reportShape';
import type { PromptTest } from '../../src/core/filter/parseFilter';
import { tableColumns, type Sort } from './tableColumns';

type Key = number | string | null;

/**
 * The prompts that pass the filter, in the table's order: row x of the table is prompt order[x]. Unknown comes last in both
 * directions, and prompts that tie keep the order of the log.
 */
export function promptOrder(rows: readonly PromptRow[], matches: PromptTest | null, sort: Sort): Int32Array {
  return sorted(shown(rows, matches), keysOf(rows, sort), sort.descending);
}

/** The same, kept: most moves of k change neither what passes nor what is sorted by, and then nothing is sorted anew. */
export class KeptOrder {
  private shown: readonly number[] = [];
  private keys: readonly Key[] = [];
  private descending = false;
  private order: Int32Array = new Int32Array(0);

  update(rows: readonly PromptRow[], matches: PromptTest | null, sort: Sort): Int32Array {
    const passing = shown(rows, matches);
    const keys = keysOf(rows, sort);
    if (sort.descending !== this.descending || !alike(passing, this.shown) || !alike(keys, this.keys)) {
      this.order = sorted(passing, keys, sort.descending);
    }
    this.shown = passing;
    this.keys = keys;
    this.descending = sort.descending;
    return this.order;
  }
}

function shown(rows: readonly PromptRow[], matches: PromptTest | null): number[] {
  const passing: number[] = [];
  for (let prompt = 0; prompt < rows.length; prompt++) if (matches === null || matches(rows[prompt])) passing.push(prompt);
  return passing;
}

function keysOf(rows: readonly PromptRow[], sort: Sort): Key[] {
  const column = tableColumns.find((candidate) => candidate.id === sort.column);
  return column === undefined ? rows.map(() => null) : rows.map(column.key);
}

function sorted(passing: readonly number[], keys: readonly Key[], descending: boolean): Int32Array {
  const sign = descending ? -1 : 1;
  return Int32Array.from(passing).sort((a, b) => {
    const left = keys[a];
    const right = keys[b];
    if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
    return sign * compare(left, right) || a - b;
  });
}

/** "q2" before "q10". */
const collator = new Intl.Collator('en', { numeric: true });
function compare(left: number | string, right: number | string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

function alike(left: readonly Key[], right: readonly Key[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
