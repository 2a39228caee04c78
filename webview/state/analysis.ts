import { report } from '../../src/core/report';
import type { Report } from '../../src/core/reportShape';
import type { FlagState } from '../../src/flags/flagEvent';
import type { RunSnapshot } from '../../src/protocol/messages';
import { kStops } from './kStops';
import type { Parameters } from './viewState';

/** Keeps the last report, so that what did not change is not counted or drawn again. */
export class Analysis {
  private key: readonly unknown[] = [];
  private kept: Report | null = null;

  report(run: RunSnapshot, { k, hardBelow, easyAbove }: Parameters, flags: readonly FlagState[]): Report {
    const key = [run, k, hardBelow, easyAbove, flags];
    if (this.kept !== null && key.every((part, at) => part === this.key[at])) return this.kept;
    this.key = key;
    const most = run.columns.n.reduce((max, n) => Math.max(max, n), 0);
    const flagOf = new Map(flags.map((state) => [state.prompt_id, state.flag]));
    this.kept = report(run.source, run.columns, { k, ks: kStops(most === 0 ? null : most), hardBelow, easyAbove }, flagOf);
    return this.kept;
  }
}
