import type { ConflictSummary, Interval, Report } from '../core/reportShape';
import type { SummaryOptions } from '../protocol/exporting';
import type { FileDigest } from './fileDigests';
import { t } from '../texts/t';
import { wordOf } from '../texts/wordOf';

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
  const rates = [...new Set([1, k])].map((at): SummaryRow => [`pass@${at}`, estimate(row(at)?.estimate ?? null, row(at)?.ci ?? null, rate) + (row(at)?.status === 'solid' ? '' : ` (${wordOf(row(at)?.status ?? 'unknown')})`)]);
  return [
    ...digests.slice(0, FILES_NAMED).map(({ name, sha256 }): SummaryRow => [t`log`, `${name}, SHA-256 ${sha256}`]),
    ...(digests.length > FILES_NAMED ? [[t`log`, t`and ${digests.length - FILES_NAMED} more files`] as const] : []),
    ...(source.run === undefined ? [] : [[t`run`, source.run] as const]),
    [t`prompts`, t`${prompts.count}: ${prompts.unsolved} unsolved, ${prompts.mixed} mixed, ${prompts.saturated} saturated`],
    [t`samples`, sampleText(report)],
    ...rates,
    [t`weight of pass@${k} on prompts never solved`, weights.shareOnUnsolved === null ? t`unknown` : `${(100 * weights.shareOnUnsolved).toFixed(1)}%`],
    [t`prompts that carry the weight`, weights.effectivePrompts === null ? t`unknown` : weights.effectivePrompts.toFixed(1)],
    ...conflictRows(conflict),
    [t`gradients`, conflict === null ? t`none: agreement and conflict are unknown` : gradientText(gradients, conflict)],
    ['k', String(k)],
    [t`made with`, t`Pass@k Inspector ${version}`],
  ];
}

/** One sentence that answers whether pass@k training would lower pass@1. */
export function summarySentence({ conflict, weights }: Report): string {
  if (conflict === null) return t`Without gradients it is unknown whether pass@${weights.k} training would lower pass@1.`;
  if (conflict.verdict === 'conflict') return t`Pass@${conflict.k} training would lower pass@1 on these prompts.`;
  if (conflict.verdict === 'no conflict') return t`Pass@${conflict.k} training would not lower pass@1 on these prompts.`;
  return t`Whether pass@${conflict.k} training would lower pass@1 on these prompts cannot be told from this log.`;
}

function gradientText({ source, dimension }: Report['gradients'], { estimator }: ConflictSummary): string {
  return dimension === null ? t`${source}, ${wordOf(estimator)} estimator` : t`${source}, ${wordOf(estimator)} estimator, ${dimension} dimensions`;
}

function sampleText({ prompts, source }: Report): string {
  const { min, max } = prompts.samplesPerPrompt;
  const each = min === null ? t`exact pass rates` : min === max ? t`${min} a prompt` : t`${min} to ${max!} a prompt`;
  const doubts = [
    ...(source.errored > 0 ? [t`${source.errored} errored`] : []),
    ...(source.duplicates > 0 ? [source.duplicates === 1 ? t`1 duplicate left out` : t`${source.duplicates} duplicates left out`] : []),
    ...(source.malformedCount > 0 ? [source.malformedCount === 1 ? t`1 malformed line` : t`${source.malformedCount} malformed lines`] : []),
  ];
  return [`${prompts.samples} (${each})`, ...doubts].join(', ');
}

function conflictRows(conflict: ConflictSummary | null): SummaryRow[] {
  if (conflict === null) return [];
  const { population, groups, intervals } = conflict;
  const group = (name: 'hard' | 'easy') => t`${groups[name].count}, mean agreement ${number(groups[name].meanAgreement)}, ${groups[name].negative} negative`;
  return [
    [t`inner product, these prompts`, `${estimate(conflict.innerProduct, conflict.ci, number)}: ${wordOf(conflict.verdict)}`],
    [t`inner product, the population of prompts`, `${estimate(population.innerProduct, population.ci, number)}: ${wordOf(population.verdict)}`],
    [t`cosine`, number(conflict.cosine)],
    [t`k in conflict`, intervals.length === 0 ? t`none` : intervals.map(([from, to]) => (from === to ? String(from) : t`${from} to ${to}`)).join(', ')],
    [t`hard prompts (pass rate below ${groups.hard.below})`, group('hard')],
    [t`easy prompts (pass rate above ${groups.easy.above})`, group('easy')],
  ];
}

function estimate(value: number | null, ci: Interval | null, format: (value: number | null) => string): string {
  return value === null ? t`unknown` : t`${format(value)} (95% ${ci === null ? t`unknown` : t`${format(ci[0])} to ${format(ci[1])}`})`;
}

function rate(value: number | null): string {
  return value === null ? t`unknown` : value.toFixed(4);
}

function number(value: number | null): string {
  return value === null ? t`unknown` : value === 0 ? '0' : String(Number(value.toPrecision(4)));
}
