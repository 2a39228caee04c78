import { report } from '../../src/core/report';
import type { Report } from '../../src/core/reportShape';
import { exampleRun } from './exampleRun';

/** The core's report on the example run. */
export function exampleReport(k: number, change: Parameters<typeof exampleRun>[0] = {}, thresholds = { hardBelow: 0.1, easyAbove: 0.85 }): Report {
  const run = exampleRun(change);
  return report(run.source, run.columns, { k, ks: [1, 2, 4, 8, 16, 20], ...thresholds }, new Map([['hard', 'review']]));
}
