import type { Interval } from '../../src/core/reportShape';
import { minusSign } from '../numbers/formatNumber';
import { t } from '../../src/texts/t';

/** A change of a rate: "+0.052", "−0.110", "0.000", "unknown". */
export function signedRate(change: number | null): string {
  if (change === null || Number.isNaN(change)) return t`unknown`;
  const text = Math.abs(change).toFixed(3);
  if (text === '0.000') return text;
  return `${change < 0 ? minusSign : '+'}${text}`;
}

/** "+0.052 (95% CI +0.011 to +0.093)". */
export function signedEstimate(change: number | null, ci: Interval | null): string {
  return ci === null || change === null ? signedRate(change) : t`${signedRate(change)} (95% CI ${signedInterval(ci)})`;
}

export function signedInterval(ci: Interval | null): string {
  return ci === null || Number.isNaN(ci[0] + ci[1]) ? t`unknown` : t`${signedRate(ci[0])} to ${signedRate(ci[1])}`;
}
