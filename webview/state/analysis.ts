import type { PromptColumns } from '../../src/core/promptColumns';
import { report } from '../../src/core/report';
import type { Report } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import type { RunSnapshot } from '../../src/protocol/messages';
import { kStops } from './kStops';
import { mostSamples } from './mostSamples';
import type { Parameters } from './viewState';

/** Keeps the last report, so that what did not change is not counted or drawn again. */
export class Analysis {
  private key: readonly unknown[] = [];
  private kept: Report | null = null;
  private stopsOf: { readonly columns: PromptColumns; readonly stops: readonly number[] } | null = null;

  /** The ks that the slider stops at. */
  stops({ columns }: RunSnapshot): readonly number[] {
    if (this.stopsOf?.columns !== columns) {
      this.stopsOf = { columns, stops: kStops(mostSamples(columns), columns.gradients?.curve.k) };
    }
    return this.stopsOf.stops;
  }

  report(run: RunSnapshot, { k, hardBelow, easyAbove }: Parameters, flags: readonly FlagState[]): Report {
    const key = [run, k, hardBelow, easyAbove, flags];
    if (this.kept !== null && key.every((part, at) => part === this.key[at])) return this.kept;
    this.key = key;
    // Said in the table, and found there by flag:stale.
    const flagOf = new Map(flags.map((state) => [state.prompt_id, state.stale === undefined ? state.flag : `${state.flag} (stale)`]));
    this.kept = report(run.source, run.columns, { k, ks: this.stops(run), hardBelow, easyAbove }, flagOf);
    return this.kept;
  }
}
