import { t } from '../../src/texts/t';

/** U+2212, used everywhere, so that signs line up and are read out as "minus". */
export const minusSign = '\u2212';

/**
 * A number for people: three significant digits, thousands grouped, a true minus sign, "unknown" for what is not known.
 * Very large and very small numbers are written with an exponent.
 */
export function formatNumber(value: number | null, digits = 3): string {
  if (value === null || Number.isNaN(value)) return t`unknown`;
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size === Infinity) return value > 0 ? '∞' : `${minusSign}∞`;
  if (size < 1e-4 || size >= 1e7) return withSign(value.toExponential(digits - 1).replace('+', ''));
  return formatFixed(value, decimalsFor(size, digits));
}

/** Decimals that leave `digits` significant digits in a number of this size. */
export function decimalsFor(size: number, digits: number): number {
  if (!(size > 0) || size === Infinity) return 0;
  return Math.min(9, Math.max(0, digits - 1 - Math.floor(Math.log10(size) + 1e-12)));
}

/** A number with a set count of decimals; never "−0.00". */
export function formatFixed(value: number, decimals: number): string {
  const text = fixed(decimals).format(value);
  return /[1-9]/.test(text) ? withSign(text) : text.replace('-', '');
}

/** Making a formatter costs a hundred times what using it costs, and a table has many cells. */
const formats: Intl.NumberFormat[] = [];
function fixed(decimals: number): Intl.NumberFormat {
  return (formats[decimals] ??= new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
}

function withSign(text: string): string {
  return text.replaceAll('-', minusSign);
}
