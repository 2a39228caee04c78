import type { BucketMovement, Comparison, Movement, PromptMovement } from '../core/compare/comparisonShape';
import type { MeanEstimate, ReportSource } from '../core/reportShape';
import { count, decimals, digits, idText, interval, signed, wrap } from './textFormat';

const PROMPTS_SHOWN = 20;
const IDS_NAMED = 5;
const ID_COLUMNS = 28;

/** The comparison for people: plain text, at most 100 columns. Unknown is written "unknown", never 0. */
export function comparisonText(comparison: Comparison): string {
  const lines = [
    ...[comparison.label, `Before: ${sourceText(comparison.before)}`, `After:  ${sourceText(comparison.after)}`, ...notes(comparison), ...pairing(comparison)].flatMap(wrap),
    '',
    ...[comparison.verdict, ...reading(comparison), ...[...new Set([comparison.passAt1, comparison.passAtK])].map(movementLine), ...firstOrderLines(comparison)].flatMap(wrap),
    '',
    ...sweepLines(comparison),
    '',
    ...bucketLines(comparison),
    '',
    ...promptLines(comparison),
  ];
  return `${lines.join('\n')}\n`;
}

function sourceText({ files, run, samples, malformedCount, errored, duplicates }: ReportSource): string {
  const more = files.length > 1 ? ` and ${count(files.length - 1, 'more file')}` : '';
  const doubts = [
    ...(errored > 0 ? [count(errored, 'errored sample')] : []),
    ...(duplicates > 0 ? [count(duplicates, 'duplicate')] : []),
    ...(malformedCount > 0 ? [count(malformedCount, 'malformed line')] : []),
  ];
  return [`${files[0].path}${more}${run === undefined ? '' : `, run "${run}"`}`, `${count(samples, 'sample')} in the log`, ...doubts].join(', ');
}

function notes({ before, after }: Comparison): string[] {
  return [...new Set([...(before.notes ?? []), ...(after.notes ?? [])])].map((note) => `Note: ${note}`);
}

function pairing({ prompts }: Comparison): string[] {
  return [
    `${count(prompts.paired, 'prompt')} in both, paired by id`,
    ...named('only before', prompts.onlyBefore),
    ...named('only after', prompts.onlyAfter),
    ...named('in both, but without samples in one', prompts.withoutSamples),
    ...(prompts.otherText.length === 0 ? [] : [`${count(prompts.otherText.length, 'prompt')} paired by id with another text in the later log: ${shownIds(prompts.otherText)}`]),
  ];
}

function named(what: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  return [`${count(ids.length, 'prompt')} ${what}, left out: ${shownIds(ids)}`];
}

function shownIds(ids: readonly string[]): string {
  const shown = ids.slice(0, IDS_NAMED).map((id) => idText(id, 60).trimEnd());
  return `${shown.join(', ')}${ids.length > IDS_NAMED ? ', … (--json names all)' : ''}`;
}

function movementLine({ k, before, after, estimate, se, ci, prompts, signFlipP }: Movement): string {
  const flips = signFlipP === null ? '' : `, sign-flip p ${digits(signFlipP)}`;
  return `${`pass@${k}`.padEnd(10)} ${decimals(before)} -> ${decimals(after)}  change ${signed(estimate)}  se ${decimals(se)}  ${interval(ci, signed)}, ${count(prompts, 'prompt')}${flips}`;
}

function firstOrderLines({ linear, passAt1 }: Comparison): string[] {
  if (linear.k === 1) return [];
  const found = `First-order part of the change of pass@${linear.k}: ${signed(linear.estimate)}, se ${decimals(linear.se)}, ${interval(linear.ci, signed)}.`;
  const gap = `observed less first-order ${signed(linear.gap.estimate)}, se ${decimals(linear.gap.se)}`;
  const reading =
    linear.holds === null
      ? `Whether a first-order reading holds is unknown: it takes ${linear.k} samples a prompt.`
      : linear.holds
        ? `The first order explains it (${gap}).`
        : `The step was too large for a first-order reading (${gap}).`;
  return [`${found} ${reading}`, ...(passAt1.prompts < 50 ? [`Few prompts: the intervals are Student's t with ${passAt1.prompts - 1} degrees of freedom.`] : [])];
}

/** What the pattern may mean, and that it names no cause. */
function reading({ pattern }: Comparison): string[] {
  if (pattern === 'traded') return ['Training on pass@k may do this by its objective; curvature, entropy, format, length and chance can do it too.'];
  return pattern === 'sharpened' ? ['Training on pass@1 often does this.'] : [];
}

function sweepLines({ byK, k: asked }: Comparison): string[] {
  const cells = ({ estimate, ci }: MeanEstimate) => [signed(estimate).padStart(9), `  ${ci === null ? 'unknown' : `[${signed(ci[0])}, ${signed(ci[1])}]`}`.padEnd(22)].join('');
  return [
    `${'k'.padStart(6)}${'observed'.padStart(11)}  95%${' '.repeat(17)}${'first order'.padStart(13)}  95%${' '.repeat(15)}prompts`,
    ...byK.filter(({ k }) => k === asked || Number.isInteger(Math.log2(k))).map(({ k, observed, firstOrder }) => `${String(k).padStart(6)}  ${cells(observed)}    ${cells(firstOrder)}  ${observed.prompts}`),
    ...wrap('After one small plain gradient step on pass@1 the first order is, at every k, the step size times the inner product of pass@k and pass@1.'),
  ];
}

function bucketLines({ buckets }: Comparison): string[] {
  const known = buckets.filter(({ movement }) => movement.prompts > 0);
  if (known.length === 0) return ['Change by pass rate before: unknown, since the log before gives counts and no samples to choose by.'];
  const name = ({ above, upTo }: BucketMovement) => (upTo === 0 ? 'none solved' : `${above < upTo && above > 0 ? `over ${above} to` : 'up to'} ${upTo}`);
  return [
    'Change of pass@1 by pass rate before (chosen on one half of the samples, measured on the other):',
    ...known.map((bucket) => `  ${name(bucket).padEnd(18)}${count(bucket.movement.prompts, 'prompt').padStart(14)}${signed(bucket.movement.estimate).padStart(10)}  ${interval(bucket.movement.ci, signed).padEnd(26)}  part of the whole ${signed(bucket.contribution)}`),
  ];
}

function promptLines({ promptTable, churn }: Comparison): string[] {
  const moved = promptTable.filter(({ sign }) => sign !== 'unclear').length;
  const ordered = [...promptTable].sort((a, b) => a.p - b.p || a.change - b.change);
  const shown = ordered.slice(0, PROMPTS_SHOWN);
  const rest = ordered.length - shown.length;
  return [
    `${count(moved, 'prompt')} moved at a false discovery rate of 0.10 (Fisher's test, Benjamini-Hochberg)`,
    ...(churn.solved.length + churn.lost.length === 0 ? [] : [`of them ${churn.solved.length} solved that were not, ${churn.lost.length} no longer solved`]),
    ['prompt'.padEnd(ID_COLUMNS), 'before'.padStart(11), 'after'.padStart(11), 'change'.padStart(9), '  95%'.padEnd(21), 'adjusted p'.padStart(10), '  moved'].join(''),
    ...shown.map(promptLine),
    ...(rest > 0 ? [`and ${count(rest, 'more prompt')} (--json lists all)`] : []),
  ];
}

function promptLine({ id, before, after, change, ci, adjustedP, sign }: PromptMovement): string {
  const counts = ({ n, c }: { readonly n: number; readonly c: number }) => `${c}/${n}`.padStart(11);
  const range = `  [${signed(ci[0])}, ${signed(ci[1])}]`.padEnd(21);
  return [idText(id, ID_COLUMNS), counts(before), counts(after), signed(change).padStart(9), range, digits(adjustedP).padStart(10), `  ${sign}`].join('');
}
