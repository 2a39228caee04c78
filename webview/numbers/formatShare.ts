import { t } from '../../src/texts/t';

/** A share as a percentage: "71%", "0.4%", "<0.1%", "unknown". */
export function formatShare(share: number | null): string {
  if (share === null || Number.isNaN(share)) return t`unknown`;
  const percent = share * 100;
  if (percent === 0) return '0%';
  if (percent < 0.1) return '<0.1%';
  if (percent < 9.95) return `${percent.toFixed(1).replace(/\.0$/, '')}%`;
  if (percent > 99 && percent < 100) return percent > 99.9 ? '>99.9%' : `${percent.toFixed(1)}%`;
  return `${Math.round(percent)}%`;
}
