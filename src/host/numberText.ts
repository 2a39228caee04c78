import * as vscode from 'vscode';

/** As the report writes numbers: a true minus sign. */
const MINUS = '\u2212';

/** A count as the report writes it: "6,752". */
export function countText(count: number): string {
  return new Intl.NumberFormat('en-US').format(count);
}

/** A pass rate as the report writes it: "0.412". */
export function rateText(rate: number | null): string {
  return rate === null ? vscode.l10n.t('unknown') : rate.toFixed(3);
}

/** A number as the report writes it: three significant digits, "−0.00123". */
export function numberText(value: number | null): string {
  if (value === null) return vscode.l10n.t('unknown');
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e7) return value.toExponential(2).replace('+', '').replaceAll('-', MINUS);
  const decimals = Math.min(9, Math.max(0, 2 - Math.floor(Math.log10(size) + 1e-12)));
  return new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value).replaceAll('-', MINUS);
}
