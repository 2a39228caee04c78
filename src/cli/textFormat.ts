import type { Interval } from '../core/reportShape';

/** "1,234 prompts" */
export function count(value: number, noun: string): string {
  return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}

/** Four decimals; unknown is said so. */
export function decimals(value: number | null): string {
  return value === null ? 'unknown' : value.toFixed(4);
}

/** Four decimals with a sign, for a change. */
export function signed(value: number | null): string {
  return value === null ? 'unknown' : `${value < 0 ? '' : '+'}${value.toFixed(4)}`;
}

/** Four significant digits. */
export function digits(value: number | null): string {
  return value === null ? 'unknown' : value === 0 ? '0' : String(Number(value.toPrecision(4)));
}

export function interval(ci: Interval | null, format: (value: number) => string): string {
  return ci ? `95% [${format(ci[0])}, ${format(ci[1])}]` : '95% unknown';
}

/** A prompt's id in so many columns; control characters, which could move the cursor, are blanked. */
export function idText(id: string, columns: number): string {
  const letters = [...id.replace(/[\p{Cc}\p{Cf}]/gu, ' ')];
  return letters.length > columns - 1 ? `${letters.slice(0, columns - 2).join('')}…`.padEnd(columns) : letters.join('').padEnd(columns);
}

/** Breaks at spaces to 100 columns; what follows is indented. */
export function wrap(line: string): string[] {
  if (line.length <= 100) return [line];
  const at = line.lastIndexOf(' ', 100);
  return at < 30 ? [line] : [line.slice(0, at), ...wrap(`    ${line.slice(at + 1)}`)];
}
