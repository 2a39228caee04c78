import { meanOverPrompts, type PromptMean } from './meanOverPrompts';

/**
 * A per-prompt estimate by category, each with its error and the number of prompts behind it.
 * @param values one per prompt; NaN is unknown and left out of its category
 * @param categories from 0 to count - 1; -1 is none
 * @param count how many categories
 * @returns one mean a category, in their order
 * @throws RangeError if the columns are not of one length
 */
export function categoryMeans(values: ArrayLike<number>, categories: ArrayLike<number>, count: number): PromptMean[] {
  if (values.length !== categories.length) {
    throw new RangeError(`categoryMeans requires columns of one length, got ${values.length} and ${categories.length}`);
  }
  const byCategory = Array.from({ length: count }, (): number[] => []);
  for (let x = 0; x < values.length; x++) byCategory[categories[x]]?.push(values[x]);
  return byCategory.map((own) => meanOverPrompts(own));
}
