import type { CheckpointColumns, HalvedCounts } from '../core/compare/checkpointColumns';
import type { PromptColumns } from '../core/promptColumns';
import type { ReportSource } from '../core/reportShape';
import type { ErroredPolicy, RunColumns, SampleTable } from '../logs/sampleTable';
import type { ComparisonSnapshot } from '../protocol/comparisonSnapshot';
import { checkpointNames } from './checkpointNames';

/** A run that is one checkpoint of a comparison. */
export interface CheckpointRun {
  /** What it may be called, from the shortest to the longest. */
  readonly labels: readonly string[];
  readonly table: SampleTable;
  readonly run: string;
  readonly runColumns: RunColumns;
  /** With gradients where there are some. */
  readonly columns: PromptColumns;
  readonly source: ReportSource;
}

/** Checkpoints beside each other, in the order of their steps where their names tell them, else as given. */
export function comparisonSnapshotOf(runs: readonly CheckpointRun[], defaults: ComparisonSnapshot['defaults'], errored: ErroredPolicy): { readonly snapshot: ComparisonSnapshot; readonly order: readonly number[] } {
  const names = checkpointNames(runs.map(({ labels }) => labels));
  const order = runs.map((_, place) => place).sort((a, b) => (names[a].step ?? 0) - (names[b].step ?? 0) || a - b);
  const checkpoints = order.map((place) => checkpointColumnsOf(runs[place], names[place], errored));
  return { snapshot: { title: checkpoints.map(({ name }) => name).join(' → '), checkpoints, defaults }, order };
}

/** One run as a comparison takes it. */
export function checkpointColumnsOf({ table, run, runColumns, columns, source }: CheckpointRun, { name, step }: Pick<CheckpointColumns, 'name' | 'step'>, errored: ErroredPolicy): CheckpointColumns {
  const { prompts } = runColumns;
  return { name, step, source, columns, halves: halvedCounts(table, run, prompts.length, errored), textMark: Float64Array.from(prompts, (prompt) => table.textMarkOf(prompt)) };
}

/** Every other counted sample of a prompt chooses its bucket, the rest measure. */
function halvedCounts(table: SampleTable, run: string, prompts: number, errored: ErroredPolicy): HalvedCounts {
  const halves = [0, 1].map(() => ({ n: new Int32Array(prompts), c: new Int32Array(prompts) }));
  for (let row = 0; row < prompts; row++) {
    let count = 0;
    for (const sample of table.samplesOf(run, row)) {
      const verdict = table.verdictOf(sample);
      if (verdict === 'errored' && errored === 'drop') continue;
      const half = halves[count++ % 2];
      half.n[row]++;
      if (verdict === 'correct') half.c[row]++;
    }
  }
  return { choosing: halves[0], measuring: halves[1] };
}
