import { exportFlags } from '../flags/exportFlags';
import type { FlagState } from '../flags/flagEvent';
import { TRAINERS } from '../protocol/exporting';
import { openedRun, type RunValues } from './openedRun';
import { oneOf, wholeNumber } from './options';
import { UsageError } from './usageError';
import { writtenText } from './writtenText';

export interface ExportValues extends RunValues {
  readonly as: string;
  readonly to?: string | undefined;
  readonly output?: string | undefined;
  readonly run?: string | undefined;
  readonly weights: string;
  readonly 'data-source': string;
  readonly folder: string;
}

/** `passk flags export`: the flags as they stand, or a trainer's data set without the flagged prompts. */
export async function flagsExport(states: readonly FlagState[], values: ExportValues): Promise<number> {
  if (values.to === undefined) {
    process.stdout.write(exportFlags(states, oneOf('as', ['ids', 'jsonl', 'csv'] as const, values.as)));
    return 0;
  }
  const to = oneOf('to', [...TRAINERS.map(({ name }) => name), 'weights'] as const, values.to);
  const weights = oneOf('weights', ['even', 'pass@k'] as const, values.weights);
  if (values.output === undefined) throw new UsageError('--to takes -o FILE beside it, the file to write.');
  if (values.run === undefined) throw new UsageError('--to takes --run LOG beside it, the log whose prompts are to be trained on.');
  const run = await openedRun([values.run], values);
  const dropped = states.map(({ prompt_id: id }) => id);
  const file = { to, path: values.output, k: wholeNumber('k', values.k), weights, dropped, dataSource: values['data-source'] };
  const answer = await run.export({ kind: 'trainingFile', file }, new AbortController().signal);
  if (answer.kind === 'trainingFile' && !values.quiet) process.stderr.write(`passk: ${writtenText(answer.written, values.output)}\n`);
  return 0;
}
