import { comparison, type HalvedCounts } from '../core/compare/comparison';
import type { Comparison } from '../core/compare/comparisonShape';
import { pairPrompts } from '../core/compare/pairPrompts';
import type { ErroredPolicy } from '../logs/sampleTable';
import { InputError } from './inputError';
import { sourceOf, type ReadLogs } from './readLogs';

/** One checkpoint: a run of logs that have been read. */
export interface Checkpoint {
  readonly logs: ReadLogs;
  /** Absent: the only run. */
  readonly run?: string;
}

/**
 * Compares two checkpoints, of two logs or of one.
 * @throws InputError when a log tells several runs apart and none is named, when there is no such run, or no prompt is in both
 */
export function compareRuns(before: Checkpoint, after: Checkpoint, k: number, errored: ErroredPolicy): Comparison {
  const runBefore = runOf(before, 'before');
  const runAfter = runOf(after, 'after');
  const earlier = before.logs.table.promptColumns(runBefore, errored).columns;
  const later = after.logs.table.promptColumns(runAfter, errored).columns;
  const paired = pairPrompts(earlier, later);
  if (paired.id.length === 0) {
    const ids = earlier.id.length > 0 && later.id.length > 0 ? `: the one has "${earlier.id[0]}", the other "${later.id[0]}"` : '';
    throw new InputError(`No prompt has samples in both checkpoints${ids}.`);
  }
  const halves = halvedCounts(before.logs, runBefore, paired.rowsBefore, errored);
  return comparison(sourceOf(before.logs, runBefore, []), sourceOf(after.logs, runAfter, []), paired, halves, k);
}

function runOf({ logs, run }: Checkpoint, which: 'before' | 'after'): string {
  const runs = logs.table.runs();
  const named = runs.map((each) => `"${each}"`).join(', ');
  if (run === undefined) {
    if (runs.length > 1) throw new InputError(`${logs.files[0].path} tells several runs apart: ${named}. Choose one with --${which}-run.`);
    return runs[0];
  }
  if (!runs.includes(run)) throw new InputError(`There is no run "${run}" in ${logs.files[0].path}; it has ${named}.`);
  return run;
}

/** Every other counted sample of a prompt chooses its bucket, the rest measure. */
function halvedCounts({ table }: ReadLogs, run: string, rows: Int32Array, errored: ErroredPolicy): HalvedCounts {
  const halves = [0, 1].map(() => ({ n: new Int32Array(rows.length), c: new Int32Array(rows.length) }));
  rows.forEach((row, x) => {
    let count = 0;
    for (const sample of table.samplesOf(run, row)) {
      const verdict = table.verdictOf(sample);
      if (verdict === 'errored' && errored === 'drop') continue;
      const half = halves[count++ % 2];
      half.n[x]++;
      if (verdict === 'correct') half.c[x]++;
    }
  });
  return { choosing: halves[0], measuring: halves[1] };
}
