/** In a report, what cannot be estimated is null, never NaN. */
export function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
