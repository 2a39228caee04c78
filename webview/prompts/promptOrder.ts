import type { PromptRow } from '../../src/core/reportShape';
import type { PromptTest } from './parseFilter';
import { tableColumns, type Sort } from './tableColumns';

/**
 * The prompts that pass the filter, in the table's order: [rows shown], row x of the table is prompt order[x]. Unknown comes
 * last in both directions, and prompts that tie keep the order of the log.
 */
export function promptOrder(rows: readonly PromptRow[], matches: PromptTest | null, sort: Sort): Int32Array {
  const key = tableColumns.find((column) => column.id === sort.column)!.key;
  const keys = rows.map(key);
  const shown: number[] = [];
  for (let prompt = 0; prompt < rows.length; prompt++) if (matches === null || matches(rows[prompt]!)) shown.push(prompt);
  const sign = sort.descending ? -1 : 1;
  const textual = keys.some((value) => typeof value === 'string');
  const compare = textual ? compareTexts : compareNumbers;
  shown.sort((a, b) => {
    const left = keys[a]!;
    const right = keys[b]!;
    if (left === null || right === null) return left === right ? a - b : left === null ? 1 : -1;
    return sign * compare(left, right) || a - b;
  });
  return Int32Array.from(shown);
}

function compareNumbers(left: number | string, right: number | string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** "q2" before "q10". */
const collator = new Intl.Collator('en', { numeric: true });
function compareTexts(left: number | string, right: number | string): number {
  return collator.compare(String(left), String(right));
}
