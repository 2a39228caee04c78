import type { Twin } from './picture';

/** The table of a chart as CSV (RFC 4180): all its rows, whatever is in sight. */
export function twinCsv({ columns, rows, cell }: Twin): string {
  const lines = [columns.map((column) => quoted(column.title)).join(',')];
  for (let row = 0; row < rows; row++) lines.push(columns.map((_, column) => quoted(cell(row, column))).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** Programs read a hyphen as the minus sign. */
function quoted(text: string): string {
  const plain = text.replace(/^\u2212(?=[\d.])/, '-').replace(/^(-?[\d.]+e)\u2212/, '$1-');
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
