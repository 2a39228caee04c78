import { dotProduct } from '../core/interference/dotProduct';
import { gradientPopulation, type GradientPopulation } from '../core/interference/gradientPopulation';
import { GradientSums } from '../core/interference/gradientSums';
import { promptGradient, type PromptGradient } from '../core/interference/promptGradient';
import type { PromptColumns } from '../core/promptColumns';
import type { CountedVectors } from './countedVectors';
import type { GradientInput } from './gradientInput';
import { InputError } from './inputError';
import { givenSums, halvedSums } from './summedVectors';
import { vectorPasses } from './vectorPasses';
import { t } from '../texts/t';

/** The gradients of a run's prompts, in memory: prompts times dimensions. */
export interface KnownGradients {
  /** Null where the log gives gradients of prompts and no samples. */
  readonly population: GradientPopulation | null;
  /** One a prompt, null where unknown. */
  readonly gradients: readonly (PromptGradient | null)[];
}

/** Kept with the columns of the run that is shown, once something asked for them; another run lets go of them. */
const kept = new WeakMap<PromptColumns, KnownGradients>();

/**
 * Reads the gradients of all prompts again, from the source that the run's columns are of.
 * @param columns with their gradients
 * @throws InputError where there are none; the signal's reason when aborted
 */
export async function knownGradients(input: GradientInput, columns: PromptColumns, signal: AbortSignal): Promise<KnownGradients> {
  const before = kept.get(columns);
  if (before) return before;
  const { n, c, gradients } = columns;
  if (gradients === null) throw new InputError(t`This log has no gradients, so this is unknown.`);
  if (gradients.source === 'agreement') throw new InputError(t`This log gives agreement computed elsewhere and no gradients, so this is unknown.`);
  let known: KnownGradients;
  if (gradients.source === 'prompt_grad') {
    const vectors = (await input.promptVectors?.()) ?? [];
    const isIncluded = (row: number, vector: Float64Array | null) => vector !== null && gradients.included[row] === 1 && !Number.isNaN(gradients.agreement[row]);
    known = {
      population: null,
      gradients: vectors.map((vector, row) => (vector && isIncluded(row, vector) ? { vector, squaredNorm: dotProduct(vector, 0, vector, 0, vector.length) } : null)),
    };
  } else {
    const sums = gradients.source === 'summary' ? givenSums(input) : input.each && (await sampledSums(input, stoppable(input.each, signal)));
    if (!sums) throw new InputError(t`The gradients of this log can no longer be read.`);
    const population = gradientPopulation(sums, n, c, Array.from(gradients.curve.k));
    known = { population, gradients: Array.from(n, (_, row) => promptGradient(population, row)) };
  }
  kept.set(columns, known);
  return known;
}

/** Two populations of the same prompts, each from every other sample; null where the log has no score vectors. */
export async function halvedPopulations(
  input: GradientInput,
  { n, c, gradients }: PromptColumns,
  signal: AbortSignal,
): Promise<readonly [GradientPopulation, GradientPopulation] | null> {
  if (gradients?.source !== 'score_grad' || !input.each) return null;
  const halves = await halvedSums(stoppable(input.each, signal));
  if (!halves) return null;
  const population = (sums: GradientSums): GradientPopulation => {
    const vectors = (row: number) => sums.correctCount(row) + sums.wrongCount(row);
    // A prompt of one verdict takes part with or without vectors.
    const isOneSided = (row: number) => vectors(row) === 0 && (c[row] === 0 || c[row] === n[row]);
    const halfN = n.map((all, row) => (isOneSided(row) ? all >> 1 : vectors(row)));
    return gradientPopulation(sums, halfN, c.map((right, row) => (isOneSided(row) ? (right === 0 ? 0 : halfN[row]) : sums.correctCount(row))), Array.from(gradients.curve.k));
  };
  return [population(halves[0]), population(halves[1])];
}

async function sampledSums(input: GradientInput, each: CountedVectors): Promise<GradientSums | null> {
  const passes = await vectorPasses(input, each);
  try {
    // A log that is followed goes on adding to them.
    const sums = await passes.sums();
    return sums && copied(sums);
  } finally {
    await passes.dispose();
  }
}

function stoppable(each: CountedVectors, signal: AbortSignal): CountedVectors {
  return (take) =>
    each((row, correct, vector) => {
      signal.throwIfAborted();
      take(row, correct, vector);
    });
}

function copied(sums: GradientSums): GradientSums {
  const zero = new Float64Array(sums.dimension);
  return GradientSums.of(sums.dimension, Array.from({ length: sums.promptCount }, (_, prompt) => ({
    sumCorrect: sums.sumCorrect(prompt)?.slice() ?? zero, sumWrong: sums.sumWrong(prompt)?.slice() ?? zero,
    squaresCorrect: sums.squaresCorrect(prompt), squaresWrong: sums.squaresWrong(prompt),
    correct: sums.correctCount(prompt), wrong: sums.wrongCount(prompt),
  })));
}
