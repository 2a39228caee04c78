import type { Choice } from '../grid/virtualGrid';

/**
 * The ids that are chosen after a choice of rows, in the order in which they were; null where nothing was to be done.
 * @param idOf id of a row of the table
 * @param rows how many the table has
 */
export function chosenAfter(choice: Choice, chosen: ReadonlySet<string>, idOf: (row: number) => string, rows: number): readonly string[] | null {
  switch (choice.how) {
    case 'toggle': {
      const id = idOf(choice.row);
      return chosen.has(id) ? [...chosen].filter((other) => other !== id) : [...chosen, id];
    }
    case 'range': {
      const [first, last] = [Math.min(choice.from, choice.to), Math.min(rows - 1, Math.max(choice.from, choice.to))];
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => idOf(first + at));
    }
    case 'all':
      return Array.from({ length: rows }, (_, row) => idOf(row));
    case 'none':
      return chosen.size === 0 ? null : [];
  }
}
