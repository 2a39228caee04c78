import { coMovement, type CheckpointCounts } from '../core/compare/coMovement';
import { promptGroup } from '../core/promptGroup';
import type { AnalysisResult } from '../protocol/messages';
import type { AnalysedRun } from './analyse';
import { InputError } from './inputError';

/**
 * How hard, middle and easy prompts moved together over several runs of one log. The first run only decides the groups: to
 * choose and to measure by the same samples would make a movement of chance.
 * @param runs in the order of training, at least three
 * @throws InputError when there are fewer, or there is no such run
 */
export function coMovementOf({ logs: { table }, errored, hardBelow, easyAbove }: AnalysedRun, runs: readonly string[]): Extract<AnalysisResult, { kind: 'coMovement' }> {
  const known = table.runs();
  for (const run of runs) if (!known.includes(run)) throw new InputError(`There is no run "${run}" in this log; it has ${known.map((each) => `"${each}"`).join(', ')}.`);
  if (new Set(runs).size < 3) throw new InputError('Co-movement takes at least three checkpoints: the first chooses the groups, the others move.');
  const [first, ...rest] = runs.map((run) => table.promptColumns(run, errored).columns);
  const groupOf = Array.from(first.n, (n, row) => ['hard', 'middle', 'easy'].indexOf(promptGroup(first.c[row] / n, hardBelow, easyAbove) ?? ''));
  const checkpoints = rest.map(({ id, n, c }): CheckpointCounts => {
    const rowOf = new Map(id.map((each, row) => [each, row]));
    // A prompt that is not there has no samples, and its steps do not count.
    const at = (column: Int32Array) => Int32Array.from(first.id, (each) => column[rowOf.get(each) ?? -1] ?? 0);
    return { n: at(n), c: at(c) };
  });
  return {
    kind: 'coMovement',
    blocks: coMovement(checkpoints, groupOf, 3),
    prompts: Int32Array.from([0, 1, 2], (group) => groupOf.filter((each) => each === group).length),
    label: 'Co-movement across checkpoints (exploratory)',
  };
}
