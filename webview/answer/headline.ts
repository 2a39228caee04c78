import type { PromptRow, Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatEstimate } from '../numbers/formatInterval';
import { formatShare } from '../numbers/formatShare';
import { t } from '../../src/texts/t';

export interface Headline {
  readonly kind: 'conflict' | 'no conflict' | 'inconclusive' | 'unknown';
  /** The answer in one sentence, with its interval and its reason. */
  readonly sentence: string;
}

/** Would pass@k training lower pass@1? What the gradients let us say, and no more. */
export function headline(report: Report): Headline {
  const { conflict } = report;
  const { k } = report.weights;
  if (report.prompts.count === 0) return { kind: 'unknown', sentence: t`This log holds no samples, so there is nothing to say about pass@k.` };
  if (conflict === null) return { kind: 'unknown', sentence: withoutGradients(report) };
  if (k === 1) return { kind: conflict.verdict, sentence: t`At k = 1 both goals are the same: pass@1. Move k to see what pass@k training would do.` };
  if (conflict.innerProduct === null) {
    return { kind: 'inconclusive', sentence: withoutEstimate(report) };
  }
  const estimate = t`inner product ${formatEstimate(conflict.innerProduct, conflict.ci)}`;
  if (conflict.verdict === 'conflict') return { kind: 'conflict', sentence: t`Pass@${k} training would lower pass@1: ${estimate}${because(report)}.` };
  if (conflict.verdict === 'no conflict') return { kind: 'no conflict', sentence: t`Pass@${k} training would not lower pass@1: ${estimate}.` };
  return { kind: 'inconclusive', sentence: t`Inconclusive: whether pass@${k} training would lower pass@1 is not settled by these samples; ${estimate}${conflict.ci === null ? '' : t`, which includes 0`}.` };
}

/** Above 128 not every k is worked out; above n - 1 none can be. */
function withoutEstimate(report: Report): string {
  const { k } = report.weights;
  const known = (report.conflict?.byK ?? []).filter((row) => row.innerProduct !== null).map((row) => row.k);
  const before = known.filter((other) => other < k).at(-1);
  const after = known.find((other) => other > k);
  if (before !== undefined && after !== undefined) return t`The inner product is worked out at k = ${before} and k = ${after}, not at k = ${k} between them.`;
  return t`At k = ${k} these samples cannot estimate the inner product${before === undefined ? '' : t`; the largest k at which they can is ${before}`}.`;
}

function because(report: Report): string {
  const { hard } = report.conflict!.groups;
  const share = weightShare(report.promptTable, (row) => row.group === 'hard');
  if (share === null || hard.count === 0 || hard.negative === 0) return '';
  const carried = formatShare(share);
  if (hard.count === 1) return t`, because 1 hard prompt carries ${carried} of the weight and pulls against the rest`;
  const pull = hard.negative === hard.count ? t`all pull against the rest`
    : hard.negative === 1 ? t`1 of them pulls against the rest` : t`${formatCount(hard.negative)} of them pull against the rest`;
  return t`, because ${formatCount(hard.count)} hard prompts carry ${carried} of the weight and ${pull}`;
}

function withoutGradients(report: Report): string {
  const { k } = report.weights;
  const silence = t`without gradients nobody can say whether that hurts pass@1`;
  const known = report.promptTable.filter((row) => row.weight !== null);
  if (known.length === 0) return t`At k = ${k} no weight can be estimated from these samples; choose a smaller k.`;
  if (k === 1) return t`At k = 1 every prompt weighs the same: pass@1 training. Move k to see where pass@k would put its weight.`;
  if (weightShare(known, () => true) === null) return t`At k = ${k} every weight is estimated as 0: by these samples pass@${k} training has nothing left to gain.`;
  const hard = known.filter((row) => row.group === 'hard');
  if (hard.length > 0) {
    const share = formatShare(weightShare(known, (row) => row.group === 'hard'));
    return t`Pass@${k} would put ${share} of its weight on ${formatCount(hard.length, 'hard prompt')}; ${silence}.`;
  }
  const heaviest = [...known].sort((a, b) => b.weight! - a.weight!).slice(0, Math.ceil(known.length / 10));
  const chosen = new Set(heaviest);
  return t`Pass@${k} would put ${formatShare(weightShare(known, (row) => chosen.has(row)))} of its weight on ${formatCount(heaviest.length, 'prompt')}; ${silence}.`;
}

/** Share of the known weight that lies on some prompts; null when there is no weight at all. */
export function weightShare(rows: readonly PromptRow[], on: (row: PromptRow) => boolean): number | null {
  let all = 0;
  let some = 0;
  for (const row of rows) {
    if (row.weight === null) continue;
    all += row.weight;
    if (on(row)) some += row.weight;
  }
  return all > 0 ? some / all : null;
}
