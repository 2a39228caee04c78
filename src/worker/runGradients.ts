import type { GradientColumns } from '../core/promptColumns';
import type { ErroredPolicy, RunColumns } from '../logs/sampleTable';
import { countedSlot, countedVectors } from './countedVectors';
import { defaultThreads } from './defaultThreads';
import type { GradientInput } from './gradientInput';
import { InputError } from './inputError';
import { promptVectors } from './promptVectors';
import type { ReadLogs, ReadOptions } from './readLogs';
import { scoreVectors } from './scoreVectors';

export interface GradientOptions extends Pick<ReadOptions, 'threads' | 'threadScript'> {
  /** A gradient file that the user names; absent: beside each log, by its name. */
  readonly gradients?: string;
  readonly errored: ErroredPolicy;
  /** Values of k that must be on the curve. */
  readonly asked: readonly number[];
  readonly signal?: AbortSignal;
  readonly onRead?: (bytes: number) => void;
}

export interface RunGradients {
  /** null: no gradient source. */
  readonly columns: GradientColumns | null;
  readonly notes: readonly string[];
}

/**
 * What the gradients say of one run, from the best source there is (DESIGN.md 3): score vectors inline or in a sidecar,
 * gradients of prompts, prompt summaries, agreement computed elsewhere.
 * @throws InputError when a gradient file that the user names cannot be used
 */
export async function runGradients(logs: ReadLogs, run: string, runColumns: RunColumns, options: GradientOptions): Promise<RunGradients> {
  const input = await gradientInput(logs, run, runColumns, options);
  const { each, promptVectors: vectors, facts, notes } = input;
  if (!each && !vectors && !facts.summaries && !facts.agreement) return { columns: null, notes };
  const { analyses } = await import('./analyses');
  return { columns: await analyses.gradientColumns(input, options.asked), notes };
}

/**
 * Where the gradients of one run are, and how to read them; may be asked for again.
 * @throws InputError when a gradient file that the user names cannot be used
 */
export async function gradientInput(logs: ReadLogs, run: string, { columns, rows, prompts }: RunColumns, options: GradientOptions): Promise<GradientInput> {
  const { pass, sidecars, promptSidecar, projection, notes } = await scoreVectors(logs, options);
  if (options.gradients !== undefined && pass === null && promptSidecar === null) throw new InputError(notes.join(' '));
  const facts = logs.table.gradientFacts(run);
  const { promptGrad } = facts;
  const each = pass && countedVectors(logs, rows, pass, options.errored);
  const { threads = defaultThreads() } = options;
  return {
    columns,
    each,
    gathered: each && sidecars === null && logs.gathered ? (isMuch) => logs.gathered?.passes(prompts, isMuch, each, notes) ?? null : null,
    sidecars: sidecars && each && (() => ({ ...options, files: sidecars, slotOf: (sample) => countedSlot(logs.table, rows, options.errored, sample), samples: logs.table.sampleCount, each, threads, notes })),
    promptVectors: promptGrad ? () => Promise.resolve(promptGrad) : promptSidecar && (() => promptVectors(promptSidecar, columns.id, notes, options)),
    facts,
    projection,
    notes,
  };
}
