import type { Interval } from '../../src/core/reportShape';
import { t } from '../../src/texts/t';

/** A pass rate or pass@k: three decimals, "0.109". */
export function formatRate(rate: number | null): string {
  return rate === null || Number.isNaN(rate) ? t`unknown` : rate.toFixed(3);
}

/** "0.054 to 0.208". */
export function formatRateInterval(interval: Interval | null): string {
  return interval === null ? t`unknown` : t`${formatRate(interval[0])} to ${formatRate(interval[1])}`;
}
