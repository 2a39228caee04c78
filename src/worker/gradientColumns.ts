import { givenAgreementColumns } from '../core/interference/givenAgreementColumns';
import { gradientPopulation } from '../core/interference/gradientPopulation';
import { GradientSpread } from '../core/interference/gradientSpread';
import { promptGradientColumns } from '../core/interference/promptGradientColumns';
import { sampledGradientColumns } from '../core/interference/sampledGradientColumns';
import type { GradientColumns } from '../core/promptColumns';
import { plainProjector } from '../core/interference/projector';
import { simdProjector } from '../logs/gradients/simdProjector';
import type { CountedVectors } from './countedVectors';
import type { GradientInput } from './gradientInput';
import { givenSums, summedVectors } from './summedVectors';
import { t } from '../texts/t';

/** Numbers in the score vectors from which on it pays to project them in single precision. */
const WORTH_SIMD = 1e6;

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

async function fromScores({ columns: { n, c }, projection }: GradientInput, each: CountedVectors, asked: readonly number[]): Promise<GradientColumns | null> {
  const sums = await summedVectors(each);
  if (!sums) return null;
  const population = gradientPopulation(sums, n, c, asked);
  // Where there are many samples, in single precision; where there are few, in doubles.
  const isMuch = n.reduce((sum, count) => sum + count, 0) * sums.dimension >= WORTH_SIMD;
  const spread = new GradientSpread(population, (directions, d) => (isMuch ? simdProjector(directions, d) : null) ?? plainProjector(directions, d));
  await each((row, correct, vector) => void spread.add(row, correct, vector));
  return sampledGradientColumns(population, spread, 'score_grad', projection);
}
