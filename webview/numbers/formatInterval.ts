import type { Interval } from '../../src/core/reportShape';
import { decimalsFor, formatFixed, formatNumber } from './formatNumber';
import { t } from '../../src/texts/t';

/** "−20.6 to −7.5": both ends with the same decimals, so that they can be compared at a glance. */
export function formatInterval(interval: Interval | null): string {
  if (interval === null) return t`unknown`;
  const decimals = sharedDecimals(interval);
  if (decimals === null) return t`${formatNumber(interval[0])} to ${formatNumber(interval[1])}`;
  return t`${formatFixed(interval[0], decimals)} to ${formatFixed(interval[1], decimals)}`;
}

/** "−14.1 (95% CI −20.6 to −7.5)"; the number alone where nothing is estimated and the interval has no width. */
export function formatEstimate(value: number | null, interval: Interval | null): string {
  if (value === null) return t`unknown`;
  if (interval === null || interval[0] === interval[1]) return formatNumber(value);
  const decimals = sharedDecimals(interval);
  const centre = decimals === null ? formatNumber(value) : formatFixed(value, decimals);
  return t`${centre} (95% CI ${formatInterval(interval)})`;
}

function sharedDecimals([low, high]: Interval): number | null {
  const size = Math.max(Math.abs(low), Math.abs(high));
  return size >= 1e-4 && size < 1e7 ? decimalsFor(size, 3) : null;
}
