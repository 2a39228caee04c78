import type { FlagState } from './flagEvent';

export type FlagExport = 'ids' | 'jsonl' | 'csv';

const COLUMNS = ['prompt_id', 'run', 'flag', 'note', 'k', 'weight', 'agreement', 'at'] as const;

/**
 * The flags as text for other programs.
 *
 * - `ids`: one prompt id a line; an id that holds a line break is written as a JSON string, so a line is always one id.
 * - `jsonl`: one event a line, as in the flags file, without the history.
 * - `csv`: RFC 4180, with a header; unknown numbers are empty.
 */
export function exportFlags(flags: readonly FlagState[], as: FlagExport): string {
  switch (as) {
    case 'ids':
      return lines(flags.map(({ prompt_id: id }) => (/[\r\n]/.test(id) ? JSON.stringify(id) : id)), '\n');
    case 'jsonl':
      return lines(flags.map((flag) => JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, flag[column]])))), '\n');
    case 'csv':
      return lines([COLUMNS.join(','), ...flags.map((flag) => COLUMNS.map((column) => csvCell(flag[column])).join(','))], '\r\n');
  }
}

function lines(rows: readonly string[], end: string): string {
  return rows.map((row) => row + end).join('');
}

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
