import type { Report } from '../core/reportShape';
import { UsageError } from './usageError';

/** A condition of `--fail-on`: says in a sentence why the run fails it, or null when it passes. */
export type Gate = { readonly k: number | null; failure(report: Report): string | null };

const COMPARISON = /^pass@(\d+)\s*(<=|>=|<|>)\s*(\d*\.?\d+)$/;

/**
 * Reads `conflict` or a comparison such as `pass@8<0.5`. An unknown estimate fails the gate: a gate that cannot be
 * checked must not pass in silence. "conflict" passes when there is no gradient source, and says nothing.
 * @throws UsageError for anything else
 */
export function gate(text: string): Gate {
  if (text === 'conflict') return { k: null, failure: conflictFailure };
  const match = COMPARISON.exec(text.trim());
  const [, kText, sign, boundText] = match ?? [];
  const k = Number(kText);
  if (!match || k < 1) throw new UsageError(`--fail-on takes "conflict" or a comparison such as "pass@8<0.5", not "${text}".`);
  const bound = Number(boundText);
  const holds = { '<': (x: number) => x < bound, '<=': (x: number) => x <= bound, '>': (x: number) => x > bound, '>=': (x: number) => x >= bound }[sign as '<'];
  return {
    k,
    failure(report) {
      const row = report.passAtK.find((entry) => entry.k === k);
      if (row?.estimate == null) return `pass@${k} is unknown for this log, so "${text}" cannot be checked.`;
      return holds(row.estimate) ? `pass@${k} is ${row.estimate.toPrecision(4)}, and ${text} was to fail.` : null;
    },
  };
}

function conflictFailure(report: Report): string | null {
  const { conflict } = report;
  if (conflict?.verdict !== 'conflict') return null;
  return `pass@${conflict.k} training conflicts with pass@1: inner product ${conflict.innerProduct?.toPrecision(4)}, 95% interval below 0.`;
}
