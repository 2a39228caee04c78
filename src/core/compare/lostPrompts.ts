import { benjaminiHochberg } from '../interference/benjaminiHochberg';
import type { CheckpointCounts } from './coMovement';
import { fisherExact } from './fisherExact';

/** A prompt that was once solved more often than it is at the end. */
export interface LostPrompt {
  readonly id: string;
  /** The checkpoint at which it was solved most often, the earliest such. */
  readonly peak: number;
  readonly peakRate: number;
  readonly lastRate: number;
  /** Fisher's p of the fall from the peak, for all the checkpoints that could have been the peak, then over the prompts. */
  readonly adjustedP: number;
}

const falseDiscoveryRate = 0.1;

/**
 * Prompts solved and then lost: whose pass rate fell from its highest to the last checkpoint by more than chance does.
 *
 *     p = min(1, (T - 1) · Fisher(peak, last)),   Benjamini-Hochberg at q = 0.10 over the prompts
 *
 * The highest of T rates is high by chance too, and T - 1 checkpoints could have been it (Bonferroni). Source: MATH.md 3, 8
 * (set churn only where it is significant).
 * @param id of each prompt, [P]; @param checkpoints counts of the same prompts, [P] each, in order, at least two
 * @returns the surest first
 */
export function lostPrompts(id: readonly string[], checkpoints: readonly CheckpointCounts[]): LostPrompt[] {
  const last = checkpoints.length - 1;
  const rate = (at: number, x: number): number => checkpoints[at].c[x] / checkpoints[at].n[x];
  const peaks = id.map((_, x) => checkpoints.reduce((best, _counts, at) => (rate(at, x) > rate(best, x) ? at : best), 0));
  const p = Float64Array.from(peaks, (peak, x) => {
    if (peak === last) return 1;
    const [before, after] = [checkpoints[peak], checkpoints[last]];
    return Math.min(1, last * fisherExact(before.n[x], before.c[x], after.n[x], after.c[x]));
  });
  const adjusted = benjaminiHochberg(p);
  return id
    .map((promptId, x): LostPrompt => ({ id: promptId, peak: peaks[x], peakRate: rate(peaks[x], x), lastRate: rate(last, x), adjustedP: adjusted[x] }))
    .filter(({ adjustedP, peakRate, lastRate }) => adjustedP <= falseDiscoveryRate && lastRate < peakRate)
    .sort((a, b) => a.adjustedP - b.adjustedP || b.peakRate - b.lastRate - (a.peakRate - a.lastRate));
}
