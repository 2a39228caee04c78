import type { Comparison, Movement } from '../core/compare/comparisonShape';
import { UsageError } from './usageError';

/** A condition of `compare --fail-on`: says in a sentence why the movement fails it, or null when it passes. */
export interface CompareGate {
  readonly k: number;
  failure(comparison: Comparison): string | null;
}

const CONDITION = /^pass@(\d+)\s+drops(?:\s*>\s*(\d*\.?\d+))?$/;

/**
 * Reads `pass@1 drops` (it fell, by the 95% interval of the paired change) or `pass@1 drops>0.02` (it fell by more than that, as
 * estimated). A change that cannot be told fails the second: a gate that cannot be checked must not pass in silence.
 * @throws UsageError for anything else
 */
export function compareGate(text: string, k: number): CompareGate {
  const [, kText = '', bound] = CONDITION.exec(text.trim()) ?? [];
  const at = Number(kText);
  if (kText === '' || at < 1) throw new UsageError(`--fail-on takes "pass@1 drops" or "pass@1 drops>0.02", not "${text}".`);
  if (at !== 1 && at !== k) throw new UsageError(`--fail-on "${text}" takes --k ${at} beside it: a comparison is made at k = 1 and at one other k.`);
  return { k: at, failure: (comparison) => failure(at === 1 ? comparison.passAt1 : comparison.passAtK, bound === undefined ? null : Number(bound)) };
}

function failure({ k, before, after, estimate, ci, prompts, sign }: Movement, bound: number | null): string | null {
  if (estimate === null) return `how pass@${k} moved is unknown: ${prompts === 0 ? 'no prompt is in both logs' : 'it takes more samples a prompt'}.`;
  const moved = `pass@${k} fell from ${before?.toFixed(4)} to ${after?.toFixed(4)} (95% of the change ${ci === null ? 'unknown' : `${ci[0].toFixed(4)} to ${ci[1].toFixed(4)}`}) over ${prompts} prompts`;
  if (bound === null) return sign === 'fell' ? `${moved}.` : null;
  return estimate < -bound ? `${moved}, more than ${bound}.` : null;
}
