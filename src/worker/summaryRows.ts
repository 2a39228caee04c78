import type { ConflictSummary, Interval, Report } from '../core/reportShape';
import type { SummaryOptions } from '../protocol/exporting';
import type { FileDigest } from './fileDigests';

/** A line of a summary: what is said, and its value. */
export type SummaryRow = readonly [name: string, value: string];

const FILES_NAMED = 4;

/**
 * What a run comes to, with all that somebody needs to get the same numbers again: files by their digest, k, estimator, version.
 * Unknown is written "unknown", never 0.
 */
export function summaryRows(report: Report, { version }: SummaryOptions, digests: readonly FileDigest[]): SummaryRow[] {
  const { source, prompts, passAtK, weights, conflict, gradients } = report;
  const k = weights.k;
  const row = (at: number) => passAtK.find((each) => each.k === at);
  const rates = [...new Set([1, k])].map((at): SummaryRow => [`pass@${at}`, estimate(row(at)?.estimate ?? null, row(at)?.ci ?? null, rate) + (row(at)?.status === 'solid' ? '' : ` (${row(at)?.status ?? 'unknown'})`)]);
  return [
    ...digests.slice(0, FILES_NAMED).map(({ name, sha256 }): SummaryRow => ['log', `${name}, SHA-256 ${sha256}`]),
    ...(digests.length > FILES_NAMED ? [['log', `and ${digests.length - FILES_NAMED} more files`] as const] : []),
    ...(source.run === undefined ? [] : [['run', source.run] as const]),
    ['prompts', `${prompts.count}: ${prompts.unsolved} unsolved, ${prompts.mixed} mixed, ${prompts.saturated} saturated`],
    ['samples', sampleText(report)],
    ...rates,
    [`weight of pass@${k} on prompts never solved`, weights.shareOnUnsolved === null ? 'unknown' : `${(100 * weights.shareOnUnsolved).toFixed(1)}%`],
    ['prompts that carry the weight', weights.effectivePrompts === null ? 'unknown' : weights.effectivePrompts.toFixed(1)],
    ...conflictRows(conflict),
    ['gradients', conflict === null ? 'none: agreement and conflict are unknown' : `${gradients.source}, ${conflict.estimator} estimator${gradients.dimension === null ? '' : `, ${gradients.dimension} dimensions`}`],
    ['k', String(k)],
    ['made with', `Pass@k Inspector ${version}`],
  ];
}

/** One sentence that answers whether pass@k training would lower pass@1. */
export function summarySentence({ conflict, weights }: Report): string {
  if (conflict === null) return `Without gradients it is unknown whether pass@${weights.k} training would lower pass@1.`;
  if (conflict.verdict === 'conflict') return `Pass@${conflict.k} training would lower pass@1 on these prompts.`;
  if (conflict.verdict === 'no conflict') return `Pass@${conflict.k} training would not lower pass@1 on these prompts.`;
  return `Whether pass@${conflict.k} training would lower pass@1 on these prompts cannot be told from this log.`;
}

function sampleText({ prompts, source }: Report): string {
  const { min, max } = prompts.samplesPerPrompt;
  const each = min === null ? 'exact pass rates' : min === max ? `${min} a prompt` : `${min} to ${max} a prompt`;
  const doubts = [
    ...(source.errored > 0 ? [`${source.errored} errored`] : []),
    ...(source.duplicates > 0 ? [`${source.duplicates} duplicates left out`] : []),
    ...(source.malformedCount > 0 ? [`${source.malformedCount} malformed lines`] : []),
  ];
  return [`${prompts.samples} (${each})`, ...doubts].join(', ');
}

function conflictRows(conflict: ConflictSummary | null): SummaryRow[] {
  if (conflict === null) return [];
  const { population, groups, intervals } = conflict;
  const group = (name: 'hard' | 'easy') => `${groups[name].count}, mean agreement ${number(groups[name].meanAgreement)}, ${groups[name].negative} negative`;
  return [
    ['inner product, these prompts', `${estimate(conflict.innerProduct, conflict.ci, number)}: ${conflict.verdict}`],
    ['inner product, the population of prompts', `${estimate(population.innerProduct, population.ci, number)}: ${population.verdict}`],
    ['cosine', number(conflict.cosine)],
    ['k in conflict', intervals.length === 0 ? 'none' : intervals.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ')],
    [`hard prompts (pass rate below ${groups.hard.below})`, group('hard')],
    [`easy prompts (pass rate above ${groups.easy.above})`, group('easy')],
  ];
}

function estimate(value: number | null, ci: Interval | null, format: (value: number | null) => string): string {
  return value === null ? 'unknown' : `${format(value)} (95% ${ci === null ? 'unknown' : `${format(ci[0])} to ${format(ci[1])}`})`;
}

function rate(value: number | null): string {
  return value === null ? 'unknown' : value.toFixed(4);
}

function number(value: number | null): string {
  return value === null ? 'unknown' : value === 0 ? '0' : String(Number(value.toPrecision(4)));
}
