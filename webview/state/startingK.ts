import type { PromptColumns } from '../../src/core/promptColumns';
import { mostSamples } from './mostSamples';

/**
 * The k that a report opens with: what the settings ask for, or, where these samples cannot carry it, the largest k at which
 * the inner product is known, and without gradients n.
 */
export function startingK(columns: PromptColumns, asked: number): number {
  const most = mostSamples(columns);
  if (most === null || asked < 1) return Math.max(1, asked);
  const { k, innerProduct } = columns.gradients?.curve ?? { k: [], innerProduct: [] };
  let largest = 0;
  for (let at = 0; at < k.length; at++) if (!Number.isNaN(innerProduct[at])) largest = Math.max(largest, k[at]);
  return Math.min(asked, largest > 1 ? largest : most);
}
