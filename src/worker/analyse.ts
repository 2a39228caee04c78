import { kernelBlocks } from '../core/interference/kernelBlocks';
import { kernelRow } from '../core/interference/kernelRow';
import { OnsetBootstrap } from '../core/interference/onsetBootstrap';
import { onsetSummary } from '../core/interference/onsetSummary';
import { strongestPartners } from '../core/interference/strongestPartners';
import type { PromptColumns } from '../core/promptColumns';
import { promptGroup } from '../core/promptGroup';
import { reportBasis } from '../core/reportBasis';
import type { ErroredPolicy } from '../logs/sampleTable';
import type { Analysis, AnalysisResult, KernelRows } from '../protocol/analysis';
import type { ComparisonSnapshot } from '../protocol/comparisonSnapshot';
import { certainty, certified } from './certified';
import { cosineKernel } from './cosineKernel';
import type { GradientInput } from './gradientInput';
import { InputError } from './inputError';
import { knownGradients } from './knownGradients';
import { metrics } from './metrics';
import { mitigation } from './mitigation';
import { pause } from './pause';
import { plane } from './plane';
import type { ReadLogs } from './readLogs';
import { t } from '../texts/t';

/** The run that a question is about. */
export interface AnalysedRun {
  readonly logs: ReadLogs;
  /** Its name, as the table has it. */
  readonly name: string;
  /** With their gradients. */
  readonly columns: PromptColumns;
  readonly errored: ErroredPolicy;
  readonly hardBelow: number;
  readonly easyAbove: number;
  /** Finds the gradients again. */
  readonly input: () => Promise<GradientInput>;
  /** All runs of its log, beside each other. */
  readonly comparison: () => Promise<ComparisonSnapshot>;
}

const KERNEL_PROMPTS = 2000;
const RESAMPLES_AT_ONCE = 25;
const MOST_RESAMPLES = 100_000;

/**
 * Answers one question about a run. Long work pauses often, so that it can be stopped.
 * @param onPart told as far as it is worked out
 * @throws InputError, a sentence for the user, when the log cannot answer; the signal's reason when aborted
 */
export async function analyse(analysis: Analysis, run: AnalysedRun, onPart: (part: KernelRows) => void, signal: AbortSignal): Promise<AnalysisResult> {
  const { columns } = run;
  if (analysis.kind === 'checkpoints') return { kind: 'checkpoints', comparison: await run.comparison() };
  if (analysis.kind === 'metrics') return metrics({ table: run.logs.table, run: run.name, columns, errored: run.errored }, analysis.k, signal);
  if (analysis.kind === 'mitigation') return mitigation(await run.input(), columns, analysis.k, analysis.methods, checkRows(analysis.dropped ?? null, columns), signal);
  const { population, gradients } = await knownGradients(await run.input(), columns, signal);
  switch (analysis.kind) {
    case 'onset': {
      const pairs = columns.gradients?.pairs;
      if (!population || !pairs) throw new InputError(t`Where the conflict begins can be resampled only with score vectors or prompt summaries.`);
      const bootstrap = new OnsetBootstrap(population, pairs);
      const wanted = Math.min(analysis.resamples, MOST_RESAMPLES);
      while (bootstrap.onsets.length < wanted && population.size >= 2) {
        bootstrap.run(Math.min(RESAMPLES_AT_ONCE, wanted - bootstrap.onsets.length));
        await pause(signal);
      }
      return { kind: 'onset', onset: onsetSummary(bootstrap.onsets), onsets: Float64Array.from(bootstrap.onsets) };
    }
    case 'partners': {
      const { prompt, count } = analysis;
      checkRows([prompt], columns);
      if (!gradients[prompt]) throw new InputError(t`The gradient of "${columns.id[prompt]}" is unknown, since its samples share one verdict or have no vector: its partners are unknown too.`);
      const unknown = gradients.reduce((sum, gradient) => sum + (gradient ? 0 : 1), 0);
      return { kind: 'partners', prompt, ...strongestPartners(kernelRow(gradients, prompt), prompt, count), unknown };
    }
    case 'kernel': {
      if (analysis.prompts.length > KERNEL_PROMPTS) throw new InputError(t`A kernel of ${analysis.prompts.length} prompts is too large to draw: at most ${KERNEL_PROMPTS}.`);
      checkRows(analysis.prompts, columns);
      const { rate } = reportBasis(columns);
      const prompts = Int32Array.from(analysis.prompts.filter((row) => gradients[row])).sort((a, b) => rate[a] - rate[b] || a - b);
      const cosine = await cosineKernel(Array.from(prompts, (row) => gradients[row]).filter((gradient) => gradient !== null), prompts, onPart, signal);
      const groups = Array.from(rate, (each) => ['hard', 'middle', 'easy'].indexOf(promptGroup(each, run.hardBelow, run.easyAbove) ?? ''));
      return { kind: 'kernel', prompts, cosine, unknown: analysis.prompts.length - prompts.length, blocks: kernelBlocks(gradients, groups, 3) };
    }
    case 'plane': {
      const found = plane(columns, population, gradients, analysis.k);
      return population ? { ...found, label: `${found.label} ${certainty(certified(columns, population, analysis.k))}` } : found;
    }
    case 'certified':
      return certified(columns, population, analysis.k);
  }
}

function checkRows<Rows extends readonly number[] | null>(rows: Rows, { id }: PromptColumns): Rows {
  for (const row of rows ?? []) if (!Number.isSafeInteger(row) || row < 0 || row >= id.length) throw new InputError(t`There is no prompt ${row}.`);
  return rows;
}
