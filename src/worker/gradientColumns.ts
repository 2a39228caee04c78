import { givenAgreementColumns } from '../core/interference/givenAgreementColumns';
import { gradientPopulation } from '../core/interference/gradientPopulation';
import { GradientSpread } from '../core/interference/gradientSpread';
import { promptGradientColumns } from '../core/interference/promptGradientColumns';
import { sampledGradientColumns } from '../core/interference/sampledGradientColumns';
import type { GradientColumns } from '../core/promptColumns';
import type { CountedVectors } from './countedVectors';
import type { GradientInput } from './gradientInput';
import { givenSums } from './summedVectors';
import { isMuch, vectorPasses } from './vectorPasses';
import { t } from '../texts/t';

/** Samples are projected in single precision where they are many: the basis need not be better. */
const SINGLE_TOLERANCE = 1e-6;

/**
 * The gradient columns from the first source that has something to say (DESIGN.md 3).
 * @param asked values of k that must be on the curve
 * @returns null when none has
 */
export async function gradientColumns(input: GradientInput, asked: readonly number[]): Promise<GradientColumns | null> {
  const { columns: { n, c, exactRate }, each, facts: { agreement }, projection, notes } = input;
  if (each) {
    const sampled = await fromScores(input, each, asked);
    if (sampled) return sampled;
    notes.push(t`No score vector could be used, so agreement is unknown.`);
  }
  const vectors = await input.promptVectors?.();
  const fromPrompts = vectors ? promptGradientColumns({ vectors, n, c, exactRate, projection, asked }) : null;
  if (fromPrompts) return fromPrompts;
  const sums = givenSums(input);
  if (sums) return sampledGradientColumns(gradientPopulation(sums, n, c, asked), null, 'summary', null);
  return agreement ? givenAgreementColumns({ agreement, n, c, exactRate, asked }) : null;
}

async function fromScores(input: GradientInput, each: CountedVectors, asked: readonly number[]): Promise<GradientColumns | null> {
  const { columns: { n, c }, projection } = input;
  const passes = await vectorPasses(input, each);
  try {
    const sums = await passes.sums();
    if (!sums) return null;
    const population = gradientPopulation(sums, n, c, asked);
    const products = await passes.products(population);
    const spread = new GradientSpread(population, products, passes.makeProjector, isMuch(n, sums.dimension) ? SINGLE_TOLERANCE : undefined);
    await passes.spread(spread);
    return sampledGradientColumns(population, spread, 'score_grad', projection, products);
  } finally {
    await passes.dispose();
  }
}
