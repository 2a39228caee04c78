/** Where a conflict begins, as a distribution. */
export interface OnsetSummary {
  readonly resamples: number;
  /** Share of the resamples without any conflict. */
  readonly noConflict: number;
  /** 2.5%, 50% and 97.5% quantiles of the first k in conflict; Infinity where that share never conflicts. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/**
 * Sums up the onsets of a bootstrap: quantiles with "no conflict" as the largest value of all.
 * @param onsets first k in conflict of each resample; NaN where there is none
 * @returns NaN throughout without resamples
 */
export function onsetSummary(onsets: readonly number[]): OnsetSummary {
  const sorted = Float64Array.from(onsets, (k) => (Number.isNaN(k) ? Infinity : k)).sort();
  const quantile = (share: number): number => (sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return {
    resamples: sorted.length,
    noConflict: sorted.length === 0 ? NaN : sorted.filter((k) => k === Infinity).length / sorted.length,
    low: quantile(0.025),
    median: quantile(0.5),
    high: quantile(0.975),
  };
}
