/** A pass rate or pass@k: three decimals, "0.109". */
export function formatRate(rate: number | null): string {
  return rate === null || Number.isNaN(rate) ? 'unknown' : rate.toFixed(3);
}
