import type { PromptTest } from '../../src/core/filter/parseFilter';
import { naturalRanks } from './naturalRanks';
import { stableOrder } from './stableOrder';
import { tableColumns, type Sort, type TableSource } from './tableColumns';

/**
 * The prompts that pass the filter, in the table's order: row x of the table is prompt order[x]. The first of the sorts
 * decides, each other what is alike before it. Unknown comes last in both directions, and prompts that tie in all keep the
 * order of the log.
 */
export function promptOrder(source: TableSource, matches: PromptTest | null, sorts: readonly Sort[]): Int32Array {
  return new KeptOrder().update(source, matches, sorts);
}

/** The same, kept: most moves of k change neither what passes nor what is sorted by, and then nothing is sorted anew. */
export class KeptOrder {
  private shown: Int32Array = new Int32Array(0);
  private sorts: readonly Sort[] = [];
  private keys: readonly Float64Array[] = [];
  private order: Int32Array = new Int32Array(0);
  /** Texts take longest to rank, and an id does not change with k. */
  private readonly ranked = new Map<string, { readonly texts: readonly (string | null)[]; readonly ranks: Float64Array }>();

  update(source: TableSource, matches: PromptTest | null, sorts: readonly Sort[]): Int32Array {
    const passing = shown(source, matches);
    const keys = sorts.map(({ column }) => this.keysOf(source, column));
    if (!alikeSorts(sorts, this.sorts) || !alike(passing, this.shown) || !keys.every((each, at) => alike(each, this.keys[at]!))) {
      this.order = passing;
      for (let at = sorts.length - 1; at >= 0; at--) this.order = stableOrder(this.order, keys[at]!, sorts[at]!.descending);
    }
    this.shown = passing;
    this.sorts = sorts;
    this.keys = keys;
    return this.order;
  }

  /** Ranks the ids when nobody waits for it: 100,000 that are not numbered take half a second. */
  rankIds(source: TableSource): void {
    this.keysOf(source, 'id');
  }

  private keysOf(source: TableSource, id: string): Float64Array {
    const { rows } = source;
    const column = tableColumns.find((candidate) => candidate.id === id);
    if (column === undefined) return new Float64Array(rows.length).fill(NaN);
    if (column.number !== undefined) {
      const { number } = column;
      const keys = new Float64Array(rows.length);
      for (let prompt = 0; prompt < rows.length; prompt++) keys[prompt] = number(rows[prompt], prompt, source) ?? NaN;
      return keys;
    }
    const texts = rows.map((row, prompt) => column.text(row, prompt, source));
    const known = this.ranked.get(id);
    if (known !== undefined && alike(texts, known.texts)) return known.ranks;
    const ranks = naturalRanks(texts.map((text) => (text === '' ? null : text)));
    this.ranked.set(id, { texts, ranks });
    return ranks;
  }
}

function shown({ rows }: TableSource, matches: PromptTest | null): Int32Array {
  const passing = new Int32Array(rows.length);
  let count = 0;
  for (let prompt = 0; prompt < rows.length; prompt++) if (matches === null || matches(rows[prompt])) passing[count++] = prompt;
  return passing.slice(0, count);
}

function alikeSorts(left: readonly Sort[], right: readonly Sort[]): boolean {
  return left.length === right.length && left.every((sort, at) => sort.column === right[at]!.column && sort.descending === right[at]!.descending);
}

function alike(left: ArrayLike<number | string | null>, right: ArrayLike<number | string | null>): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!Object.is(left[i], right[i])) return false;
  return true;
}
