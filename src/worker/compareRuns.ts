import { compareCheckpoints } from '../core/compare/compareCheckpoints';
import type { CheckpointColumns } from '../core/compare/checkpointColumns';
import type { Comparison } from '../core/compare/comparisonShape';
import type { ErroredPolicy } from '../logs/sampleTable';
import { checkpointColumnsOf } from './comparisonSnapshotOf';
import { InputError } from './inputError';
import { sourceOf, type ReadLogs } from './readLogs';
import { t } from '../texts/t';

/** One checkpoint: a run of logs that have been read. */
export interface Checkpoint {
  readonly logs: ReadLogs;
  /** Absent: the only run. */
  readonly run?: string;
}

/**
 * Compares two checkpoints, of two logs or of one, by their counts.
 * @throws InputError when a log tells several runs apart and none is named, when there is no such run, or no prompt is in both
 */
export function compareRuns(before: Checkpoint, after: Checkpoint, k: number, errored: ErroredPolicy): Comparison {
  const [earlier, later] = [columnsOf(before, 'before', errored), columnsOf(after, 'after', errored)];
  const found = compareCheckpoints(earlier, later, k);
  if (found.prompts.paired === 0) {
    const [idBefore, idAfter] = [earlier.columns.id[0], later.columns.id[0]];
    throw new InputError(
      idBefore !== undefined && idAfter !== undefined
        ? t`No prompt has samples in both checkpoints: the one has "${idBefore}", the other "${idAfter}".`
        : t`No prompt has samples in both checkpoints.`,
    );
  }
  return found;
}

function columnsOf(checkpoint: Checkpoint, which: 'before' | 'after', errored: ErroredPolicy): CheckpointColumns {
  const { table } = checkpoint.logs;
  const run = runOf(checkpoint, which);
  const runColumns = table.promptColumns(run, errored);
  return checkpointColumnsOf({ labels: [which], table, run, runColumns, columns: runColumns.columns, source: sourceOf(checkpoint.logs, run, []) }, { name: which, step: null }, errored);
}

function runOf({ logs, run }: Checkpoint, which: 'before' | 'after'): string {
  const runs = logs.table.runs();
  const named = runs.map((each) => `"${each}"`).join(', ');
  if (run === undefined) {
    if (runs.length > 1) throw new InputError(t`${logs.files[0].path} tells several runs apart: ${named}. Choose one with --${which}-run.`);
    return runs[0];
  }
  if (!runs.includes(run)) throw new InputError(t`There is no run "${run}" in ${logs.files[0].path}; it has ${named}.`);
  return run;
}
