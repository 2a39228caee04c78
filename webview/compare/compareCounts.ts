import { checkpointSeries, type CheckpointSeries } from '../../src/core/compare/checkpointSeries';
import type { CheckpointColumns } from '../../src/core/compare/checkpointColumns';
import { compareCheckpoints } from '../../src/core/compare/compareCheckpoints';
import { report } from '../../src/core/report';
import type { Report } from '../../src/core/reportShape';
import type { ComparisonSnapshot } from '../../src/protocol/comparisonSnapshot';
import { kStops } from '../state/kStops';
import { mostSamples } from '../state/mostSamples';
import { comparedOf } from '../state/pair';
import type { SavedState } from '../state/savedState';
import type { Parameters } from '../state/viewState';
import type { CompareInput } from './compareInput';

/** Counts what a comparison shows, and keeps it while nothing moves. */
export class CompareCounts {
  private kept: { readonly key: readonly unknown[]; readonly input: CompareInput } | null = null;
  private stopsOf: { readonly of: ComparisonSnapshot; readonly stops: readonly number[] } | null = null;

  input(snapshot: ComparisonSnapshot, saved: SavedState): CompareInput {
    const { k, hardBelow, easyAbove } = this.parameters(snapshot, saved);
    const [before, after] = comparedOf(snapshot, saved.compared).map((at) => snapshot.checkpoints[at]);
    const key = [snapshot, before, after, k, hardBelow, easyAbove, saved.choices];
    if (this.kept !== null && key.every((part, at) => part === this.kept?.key[at])) return this.kept.input;
    const stops = this.stops(snapshot);
    const own = ({ source, columns }: CheckpointColumns): Report => report(source, columns, { k, ks: stops, hardBelow, easyAbove });
    const series: CheckpointSeries = checkpointSeries(snapshot.checkpoints, k, { hardBelow, easyAbove });
    const input: CompareInput = { k, before, after, comparison: compareCheckpoints(before, after, k), reports: [own(before), own(after)], series, choices: saved.choices };
    this.kept = { key, input };
    return input;
  }

  parameters({ defaults, checkpoints }: ComparisonSnapshot, saved: SavedState): Parameters {
    const most = mostOf(checkpoints);
    return {
      k: saved.k ?? (most === null ? defaults.k : Math.min(defaults.k, most)),
      hardBelow: saved.hardBelow ?? defaults.hardBelow,
      easyAbove: saved.easyAbove ?? defaults.easyAbove,
    };
  }

  /** The ks that the slider stops at: no further than both sides carry. */
  stops(snapshot: ComparisonSnapshot): readonly number[] {
    if (this.stopsOf?.of !== snapshot) {
      const most = mostOf(snapshot.checkpoints);
      this.stopsOf = { of: snapshot, stops: kStops(most).filter((k) => most === null || k <= most) };
    }
    return this.stopsOf.stops;
  }

  most(snapshot: ComparisonSnapshot): number | null {
    return mostOf(snapshot.checkpoints);
  }
}

/** The most samples that a prompt has in every checkpoint. */
function mostOf(checkpoints: readonly CheckpointColumns[]): number | null {
  const all = checkpoints.map(({ columns }) => mostSamples(columns)).filter((most) => most !== null);
  return all.length === 0 ? null : Math.min(...all);
}
