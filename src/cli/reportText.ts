import type { ConflictSummary, PromptRow, Report } from '../core/reportShape';
import { extrasText } from './extrasText';
import type { Tone } from './colour';
import { count, decimals, digits, idText, interval, wrap } from './textFormat';

const PROMPTS_SHOWN = 20;
const ID_COLUMNS = 28;
const TONES = { conflict: 'bad', 'no conflict': 'good', inconclusive: 'warning' } as const;

/** The report for people: plain text, at most 100 columns. Unknown is written "unknown", never 0. */
export function reportText(report: Report, paint: (text: string, tone: Tone) => string = (text) => text): string {
  const lines = [...sourceLines(report), '', ...passAtKLines(report), ...extrasText(report), '', ...weightLines(report), '', ...conflictLines(report), '', ...promptLines(report)];
  const verdict = report.conflict === null ? null : sentence(report.conflict);
  // In colour only now: a colour's code has no width, and the lines are broken by theirs.
  return `${lines.map((line) => (verdict !== null && line.startsWith(verdict) ? paint(verdict, TONES[report.conflict?.verdict ?? 'inconclusive']) + line.slice(verdict.length) : line)).join('\n')}\n`;
}

function sourceLines({ source, prompts }: Report): string[] {
  const lines = source.files.map((file) => `${file.path}  (${file.format}, ${count(file.samples, 'sample')})`);
  lines.push(...readAs(source.files));
  if (source.run !== undefined) lines.push(`run "${source.run}" of ${(source.runs ?? []).map((run) => `"${run}"`).join(', ')}: choose with --run`);
  const { min, median, max } = prompts.samplesPerPrompt;
  const each = min === null ? 'exact pass rates' : min === max ? `${min} each` : `${min} to ${max} each, median ${median}`;
  lines.push(`${count(prompts.count, 'prompt')}, ${count(prompts.samples, 'sample')} (${each}): ${prompts.unsolved} unsolved, ${prompts.mixed} mixed, ${prompts.saturated} saturated`);
  if (source.errored > 0) lines.push(`${count(source.errored, 'errored sample')}`);
  if (source.duplicates > 0) lines.push(`${count(source.duplicates, 'duplicate')} left out`);
  if (source.malformedCount > 0) {
    lines.push(`${count(source.malformedCount, 'malformed line')}:`);
    for (const { file, line, reason } of source.malformed.slice(0, 5)) lines.push(`  ${file}:${line}: ${reason}`);
    if (source.malformedCount > 5) lines.push(`  and ${source.malformedCount - 5} more (--json lists the first 100)`);
  }
  return [...lines, ...(source.notes ?? []).map((note) => `Note: ${note}`)].flatMap(wrap);
}

/** "read: prompt ← doc_id, verdict ← acc", once for all files that are read alike. */
function readAs(files: Report['source']['files']): string[] {
  const spelled = files.flatMap(({ fields }) => (fields === undefined ? [] : [Object.entries(fields).map(([role, path]) => `${role} ← ${path}`).join(', ')]));
  const ways = [...new Set(spelled)];
  return [...ways.slice(0, 3).map((way) => `read: ${way}`), ...(ways.length > 3 ? [`and in ${ways.length - 3} more ways (--json lists them)`] : [])];
}

function passAtKLines(report: Report): string[] {
  return report.passAtK.map(
    ({ k, estimate, ci, prompts, status }) => `${`pass@${k}`.padEnd(10)} ${decimals(estimate)}  ${interval(ci, decimals)}  ${count(prompts, 'prompt')}  ${status}`,
  );
}

function weightLines({ weights }: Report): string[] {
  const { k, mean, effectivePrompts, shareOnUnsolved } = weights;
  return [
    mean === null
      ? `Weights of pass@${k}: unknown, since they take at least ${k - 1} samples a prompt`
      : `Weights of pass@${k}: mean ${digits(mean)}, as if on ${effectivePrompts === null ? 'unknown' : effectivePrompts.toFixed(1)} prompts; ${percent(shareOnUnsolved)} on prompts never solved`,
  ].flatMap(wrap);
}

function conflictLines({ conflict, gradients }: Report): string[] {
  if (!conflict) return ['No gradients in this log: agreement and conflict are unknown, and weights alone imply neither.'];
  const from = `${gradients.source}, ${conflict.estimator} estimator${gradients.dimension === null ? '' : `, ${gradients.dimension} dimensions`}`;
  return [
    `${sentence(conflict)} (${from})`,
    `inner product  ${digits(conflict.innerProduct)}  ${interval(conflict.ci, digits)}  these prompts: ${conflict.verdict}`,
    `               ${digits(conflict.population.innerProduct)}  ${interval(conflict.population.ci, digits)}  the population of prompts: ${conflict.population.verdict}`,
    ...(conflict.plugIn === null ? [] : [`               ${digits(conflict.plugIn)}  the paper's plug-in: biased, weights and gradients share their samples`]),
    `cosine ${digits(conflict.cosine)}, E[w] ${digits(conflict.meanWeight)}, E[a] ${digits(conflict.meanAgreement)}, E[w a]/E[w] ${digits(conflict.weightedMeanAgreement)}, cov(w, a) ${digits(conflict.covariance)}, sum over prompts ${digits(conflict.sum)} (as the paper's figure 6 prints it)`,
    `k in conflict: ${conflict.intervals.length === 0 ? 'none' : conflict.intervals.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(', ')}`,
    ...(['hard', 'easy'] as const).map((name) => {
      const group = conflict.groups[name];
      const bound = 'below' in group ? `pass rate below ${group.below}` : `pass rate above ${group.above}`;
      return `${name} prompts (${bound}): ${group.count}, mean agreement ${digits(group.meanAgreement)}, ${group.negative} negative`;
    }),
  ].flatMap(wrap);
}

function sentence({ verdict, k }: ConflictSummary): string {
  if (verdict === 'conflict') return `Pass@${k} training would lower pass@1 on these prompts`;
  if (verdict === 'no conflict') return `Pass@${k} training would not lower pass@1 on these prompts`;
  return `Whether pass@${k} training would lower pass@1 on these prompts cannot be told from this log`;
}

function promptLines({ promptTable, weights }: Report): string[] {
  const hardest = promptTable.filter((row) => row.passRate !== null).sort((a, b) => (a.passRate ?? 0) - (b.passRate ?? 0)).slice(0, PROMPTS_SHOWN);
  const header = ['prompt'.padEnd(ID_COLUMNS), 'c/n'.padStart(9), 'pass rate'.padStart(10), `w_${weights.k}`.padStart(10), 'agreement'.padStart(11), 'w·a'.padStart(11), ' interference'].join('');
  const rest = promptTable.length - hardest.length;
  return [header, ...hardest.map(promptLine), ...(rest > 0 ? [`and ${count(rest, 'more prompt')} (--json lists all)`] : [])];
}

function promptLine(row: PromptRow): string {
  const counts = row.n === null ? 'exact' : `${row.c}/${row.n}`;
  return [idText(row.id, ID_COLUMNS), counts.padStart(9), decimals(row.passRate).padStart(10), digits(row.weight).padStart(10), digits(row.agreement).padStart(11), digits(row.weightedAgreement).padStart(11), ` ${row.interference}${row.flag === null ? '' : ' ⚑'}`].join('');
}

function percent(value: number | null): string {
  return value === null ? 'an unknown share' : `${(100 * value).toFixed(1)}%`;
}
