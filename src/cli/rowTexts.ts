import type { PromptRow } from '../core/reportShape';

const BEFORE = '[\n  {\n   "id": ';
const AFTER = '\n ]';
/** Rows remembered at most: a table of scores of many samples has no two alike. */
const MOST = 4096;

/**
 * What JSON.stringify(table, null, 1) writes of rows, as they stand inside an object. Writing numbers is slow, and rows of as many samples
 * and as many correct ones are mostly alike but for the id: such a row is written as the other was.
 */
export class RowTexts {
  readonly #written = new Map<number, { readonly row: PromptRow; readonly text: string }>();

  /** @returns all rows, separated by commas, beginning with a line end */
  of(rows: readonly PromptRow[]): string {
    return rows.map((row) => `\n  {\n   "id": ${JSON.stringify(row.id)}${this.#rest(row)}`).join(',');
  }

  /** The text of a row after its id. */
  #rest(row: PromptRow): string {
    const counts = (row.n ?? -1) * 0x100000 + (row.c ?? 0);
    const known = this.#written.get(counts);
    if (known !== undefined && areAlike(row, known.row)) return known.text;
    const text = JSON.stringify({ '': [row] }, null, 1).slice(`{\n "": ${BEFORE}`.length + JSON.stringify(row.id).length, -`${AFTER}\n}`.length);
    if (known === undefined && this.#written.size < MOST) this.#written.set(counts, { row, text });
    return text;
  }
}

/** Whether two rows say the same beside their ids, which come first. */
function areAlike(row: PromptRow, other: PromptRow): boolean {
  const keys = Object.keys(row) as (keyof PromptRow)[];
  return keys.length === Object.keys(other).length && keys.every((key, at) => at === 0 || row[key] === other[key]);
}
