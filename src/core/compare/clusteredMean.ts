import type { PromptMean } from '../counts/meanOverPrompts';
import { intervalFactor } from '../counts/intervalFactor';

/**
 * Mean of a per-prompt estimate when prompts come in clusters (one template, one document) that rise and fall together:
 *
 *     SE² = N^-2 Σ_clusters (Σ_{x in cluster} (v_x - v̄))²,   95% interval with the number of clusters as its size
 *
 * Clustered errors can be two to three times the plain ones. Source: Miller 2024, arXiv:2411.00640; MATH.md 3.
 * @param values one per prompt; NaN is unknown and left out
 * @param clusters which cluster each prompt is of, any number
 * @param times how many prompts of the cluster each value stands for; 1 without it
 * @returns an unknown error for fewer than two clusters
 * @throws RangeError if the columns are not of one length
 */
export function clusteredMean(values: ArrayLike<number>, clusters: ArrayLike<number>, times?: ArrayLike<number>): PromptMean {
  if (values.length !== clusters.length) {
    throw new RangeError(`clusteredMean requires columns of one length, got ${values.length} and ${clusters.length}`);
  }
  let count = 0;
  let sum = 0;
  for (let x = 0; x < values.length; x++) {
    if (Number.isNaN(values[x])) continue;
    const prompts = times === undefined ? 1 : times[x];
    count += prompts;
    sum += prompts * values[x];
  }
  const mean = count === 0 ? NaN : sum / count;
  const away = new Map<number, number>();
  for (let x = 0; x < values.length; x++) {
    if (Number.isNaN(values[x])) continue;
    const prompts = times === undefined ? 1 : times[x];
    away.set(clusters[x], (away.get(clusters[x]) ?? 0) + prompts * (values[x] - mean));
  }
  let squares = 0;
  for (const total of away.values()) squares += total * total;
  const se = away.size < 2 ? NaN : Math.sqrt(squares) / count;
  const reach = intervalFactor(away.size) * se;
  return { count, mean, se, ci: [mean - reach, mean + reach] };
}
