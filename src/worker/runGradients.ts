import type { GradientColumns } from '../core/promptColumns';
import { givenAgreementColumns } from '../core/interference/givenAgreementColumns';
import { gradientPopulation } from '../core/interference/gradientPopulation';
import { GradientSpread } from '../core/interference/gradientSpread';
import { GradientSums } from '../core/interference/gradientSums';
import { promptGradientColumns } from '../core/interference/promptGradientColumns';
import { sampledGradientColumns } from '../core/interference/sampledGradientColumns';
import type { ErroredPolicy, RunColumns } from '../logs/sampleTable';
import { InputError } from './inputError';
import { promptVectors } from './promptVectors';
import type { ReadLogs } from './readLogs';
import { scoreVectors, type VectorPass } from './scoreVectors';

export interface GradientOptions {
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
export async function runGradients(logs: ReadLogs, run: string, { columns, prompts, rows }: RunColumns, options: GradientOptions): Promise<RunGradients> {
  const vectors = await scoreVectors(logs, options);
  if (options.gradients !== undefined && vectors.pass === null && vectors.promptSidecar === null) throw new InputError(vectors.notes.join(' '));
  const { n, c, exactRate } = columns;
  const { notes } = vectors;
  if (vectors.pass) {
    const sampled = await fromScores(logs, rows, columns, vectors.pass, vectors.projection, options);
    if (sampled) return { columns: sampled, notes };
    notes.push('No score vector could be used, so agreement is unknown.');
  }
  const facts = logs.table.gradientFacts(run);
  const given = facts.promptGrad ?? (vectors.promptSidecar && (await promptVectors(vectors.promptSidecar, columns.id, notes, options)));
  if (given) {
    const fromPrompts = promptGradientColumns({ vectors: given, n, c, exactRate, projection: vectors.projection, asked: options.asked });
    if (fromPrompts) return { columns: fromPrompts, notes };
  }
  if (facts.summaries) {
    const summaries = facts.summaries;
    const first = summaries.find((summary) => summary !== null);
    if (first) {
      const sums = new GradientSums(first.sumCorrect.length);
      for (let row = 0; row < prompts.length; row++) {
        const summary = summaries[row];
        if (summary && !sums.addSummary(row, n[row], c[row], summary)) notes.push(`The gradient summary of prompt "${columns.id[row]}" is not finite and is left out.`);
      }
      return { columns: sampledGradientColumns(gradientPopulation(sums, n, c, options.asked), null, 'summary', null), notes };
    }
  }
  if (facts.agreement) return { columns: givenAgreementColumns({ agreement: facts.agreement, n, c, exactRate, asked: options.asked }), notes };
  return { columns: null, notes };
}

async function fromScores(
  logs: ReadLogs,
  rows: Int32Array,
  { n, c }: RunColumns['columns'],
  pass: VectorPass,
  projection: string | null,
  { errored, asked }: GradientOptions,
): Promise<GradientColumns | null> {
  const each = countedVectors(logs, rows, pass, errored);
  const sums = await gradientSums(each);
  if (!sums) return null;
  const population = gradientPopulation(sums, n, c, asked);
  const spread = new GradientSpread(population);
  await each((row, correct, vector) => void spread.add(row, correct, vector));
  return sampledGradientColumns(population, spread, 'score_grad', projection);
}

/** One reading of the vectors of those samples that count, with the row and the verdict of each. */
export type CountedVectors = (take: (row: number, correct: boolean, vector: Float64Array) => void) => Promise<void>;

/** @param rows as in RunColumns: samples of other runs are passed over, as are duplicates and, unless they count as wrong, errored ones */
export function countedVectors({ table }: ReadLogs, rows: Int32Array, pass: VectorPass, errored: ErroredPolicy): CountedVectors {
  return (take) =>
    pass((sample, vector) => {
      const verdict = table.verdictOf(sample);
      const row = rows[table.promptOf(sample)];
      if (row >= 0 && table.isCounted(sample) && (verdict !== 'errored' || errored === 'wrong')) take(row, verdict === 'correct', vector);
    });
}

/** The first pass: the sums of MATH.md 4.3; null when there is no vector. */
export async function gradientSums(each: CountedVectors): Promise<GradientSums | null> {
  let sums: GradientSums | null = null;
  await each((row, correct, vector) => {
    sums ??= new GradientSums(vector.length);
    sums.add(row, correct, vector);
  });
  return sums;
}
