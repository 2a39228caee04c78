import type { Report } from '../../src/core/reportShape';
import { formatCount } from '../numbers/formatCount';
import { formatShare } from '../numbers/formatShare';
import { t } from '../../src/texts/t';

export interface Caveat {
  readonly weight: 'warning' | 'note';
  readonly text: string;
  /** What a button beside it does: lists the lines, filters the table, or moves k. */
  readonly shows?: 'malformed' | { readonly filter: string } | { readonly k: number };
}

/**
 * What a reader must know before believing the headline, the gravest first.
 * @param asked the k that the settings ask for
 * @param start the k that the report opened with
 */
export function caveats(report: Report, asked: number, start: number): Caveat[] {
  return [...silence(report), ...standing(report, asked, start), ...readingTroubles(report), ...(report.source.notes ?? []).map(asNote)];
}

/** What the gradients cannot speak for. */
function silence(report: Report): Caveat[] {
  const { unsolved } = report.prompts;
  const found: Caveat[] = [];
  if (unsolved > 0) {
    const share = formatShare(report.weights.shareOnUnsolved);
    found.push({
      weight: 'warning',
      text: unsolved === 1
        ? t`1 prompt was never solved; it carries ${share} of the weight and no sampled gradient can speak for it.`
        : t`${formatCount(unsolved)} prompts were never solved; they carry ${share} of the weight and no sampled gradient can speak for them.`,
      shows: { filter: 'state:unsolved' },
    });
  }
  if (report.conflict !== null) {
    if (report.conflict.estimator === 'plug-in') found.push({ weight: 'warning', text: t`Plug-in estimator: the weight and the gradient of a prompt come from the same samples, which hides conflict. Log per-sample score_grad for an unbiased one.` });
    const left = report.promptTable.filter((row) => row.agreement === null && row.state === 'mixed').length;
    if (left > 0) found.push({ weight: 'note', text: t`${formatCount(left, 'mixed prompt')} without a usable gradient: agreement unknown.`, shows: { filter: 'state:mixed agreement=unknown' } });
  }
  return found;
}

/** How far k is from what the samples can carry. */
function standing(report: Report, asked: number, start: number): Caveat[] {
  const { k } = report.weights;
  const { min, max } = report.prompts.samplesPerPrompt;
  if (min === null || max === null || max === 0) return [];
  const samples = min === max ? formatCount(max, 'sample') : t`${formatCount(min)} to ${formatCount(max, 'sample')}`;
  if (k > max) return [{ weight: 'warning', text: t`k = ${k} is more than the ${samples} of a prompt: extrapolated, where it is shown at all.`, ...solid(max) }];
  if (k === start && asked > start) {
    return [{ weight: 'warning', text: t`The settings ask for k = ${asked}, which ${samples} of a prompt cannot carry: shown at k = ${k}${k > max / 2 ? t`, and fragile` : ''}.`, ...(k > max / 2 ? solid(max) : {}) }];
  }
  if (k > max / 2) return [{ weight: 'warning', text: t`k = ${k} is more than half of the ${samples} of a prompt: fragile.`, ...solid(max) }];
  if (min < max) return [{ weight: 'note', text: t`Prompts have unequal numbers of samples, ${formatCount(min)} to ${formatCount(max)}.`, shows: { filter: `n<${max}` } }];
  return [];
}

/** The largest k that the samples carry. */
function solid(max: number): Pick<Caveat, 'shows'> {
  return max < 2 ? {} : { shows: { k: Math.floor(max / 2) } };
}

function readingTroubles({ source, promptTable }: Report): Caveat[] {
  const found: Caveat[] = [];
  if (source.malformedCount > 0) {
    found.push({ weight: 'warning', text: t`${formatCount(source.malformedCount, 'line')} could not be read; everything else was.`, shows: 'malformed' });
  }
  if (source.errored > 0) found.push({ weight: 'note', text: t`${formatCount(source.errored, 'sample')} errored or unscored; the setting passk.errored says whether they count as wrong.` });
  if (source.duplicates > 0) {
    // They may all be of another run of the log.
    const shown = promptTable.some((row) => (row.duplicates ?? 0) > 0);
    found.push({ weight: 'note', text: t`${formatCount(source.duplicates, 'duplicate sample')} (same prompt and sample number).`, ...(shown && { shows: { filter: 'duplicates>0' } }) });
  }
  return found;
}

function asNote(text: string): Caveat {
  return { weight: 'note', text };
}
