import type { GradientColumns } from '../promptColumns';
import type { GradientPopulation } from './gradientPopulation';
import type { GradientSpread } from './gradientSpread';

/**
 * The gradient columns from per-sample score vectors or prompt summaries, all without bias (MATH.md 4.3).
 * @param population of the first pass
 * @param spread the second pass; null (or incomplete) when there is none, as for summaries: then the standard error of the
 *   inner product is the prompt population's, as a bound, and the agreement's is NaN
 * @param source where the vectors came from
 * @param projection how they were projected, in the log's own words
 */
export function sampledGradientColumns(
  population: GradientPopulation,
  spread: GradientSpread | null,
  source: 'score_grad' | 'summary',
  projection: string | null,
): GradientColumns {
  throw new Error(`not there yet ${population.size} ${String(spread)} ${source} ${String(projection)}`);
}
