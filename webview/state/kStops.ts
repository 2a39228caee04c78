/**
 * The values of k that the slider stops at, ascending: every k up to 16, then four to a doubling, up to four times the
 * largest number of samples, together with the ks that matter (n/2, n-1, n). Any other k can be typed.
 * @param maxSamples largest n of the run; null when the log gives exact rates and no samples
 * @param onCurve the ks at which an inner product is known, ascending; up to their last, the slider stops at these only
 */
export function kStops(maxSamples: number | null, onCurve: ArrayLike<number> = []): number[] {
  const n = maxSamples ?? 64;
  const last = Math.max(16, 4 * n);
  const stops = new Set<number>();
  for (let k = 1; k <= Math.min(16, last); k++) stops.add(k);
  for (let octave = 16; octave <= last; octave *= 2) {
    for (const part of [1, 1.25, 1.5, 1.75]) if (octave * part <= last) stops.add(octave * part);
  }
  for (const k of [Math.floor(n / 2), n - 1, n, last]) if (k >= 1) stops.add(k);
  const known = Array.from(onCurve);
  const end = known.at(-1) ?? 0;
  const snapped = [...stops].map((k) => (k <= end ? known[nearestStop(known, k)] : k));
  return [...new Set(snapped)].sort((a, b) => a - b);
}

/** The stop after k in the given direction; k itself at the end of the scale. */
export function nextStop(stops: readonly number[], k: number, direction: 1 | -1): number {
  const next = direction === 1 ? stops.find((stop) => stop > k) : stops.filter((stop) => stop < k).at(-1);
  return next ?? k;
}

/** Index of the stop nearest to k on the log scale: where the slider's thumb stands for a typed k. */
export function nearestStop(stops: readonly number[], k: number): number {
  let best = 0;
  for (let i = 1; i < stops.length; i++) {
    if (Math.abs(Math.log(stops[i]! / k)) < Math.abs(Math.log(stops[best]! / k))) best = i;
  }
  return best;
}
