import type { InnerProductEstimate, Report } from '../../src/core/reportShape';
import type { RunSnapshot } from '../../src/protocol/messages';
import type { FieldMap } from '../../src/logs/formats/logFormat';
import { agreementBasis } from '../charts/basis';
import { formatBytes } from '../numbers/formatBytes';
import { formatCount } from '../numbers/formatCount';
import { formatEstimate } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate, formatRateInterval } from '../numbers/formatRate';
import { t } from '../../src/texts/t';
import { wordOf } from '../../src/texts/wordOf';

export interface Fact {
  readonly name: string;
  readonly value: string;
  /** Small print after the value. */
  readonly detail?: string;
}

/** The figures under the headline: what is estimated, for whom, and how sure it is. */
export function keyFigures(report: Report): Fact[] {
  const { k } = report.weights;
  const rate = (at: number): Fact[] => {
    const row = report.passAtK.find((candidate) => candidate.k === at);
    if (row === undefined) return [];
    const standing = row.status === 'solid' || row.estimate === null ? '' : ` · ${wordOf(row.status)}`;
    return [{ name: `pass@${at}`, value: formatRate(row.estimate), detail: row.ci === null ? standing : `${formatRateInterval(row.ci)}${standing}` }];
  };
  const { conflict } = report;
  return [
    ...rate(1),
    ...(k === 1 ? [] : rate(k)),
    ...(conflict === null
      ? [{ name: t`Effective prompts`, value: formatNumber(report.weights.effectivePrompts), detail: t`of ${formatCount(report.prompts.count)}, by weight at k = ${k}` }]
      : [
          verdictFact(t`This benchmark (${formatCount(report.prompts.count, 'prompt')})`, conflict),
          verdictFact(t`Population of such prompts`, conflict.population),
          { name: t`Cosine`, value: formatNumber(conflict.cosine), detail: t`of ∇J_k and ∇J_1` },
        ]),
  ];
}

function verdictFact(name: string, estimate: InnerProductEstimate): Fact {
  return { name, value: wordOf(estimate.verdict), detail: estimate.innerProduct === null ? t`unknown` : formatEstimate(estimate.innerProduct, estimate.ci) };
}

/** The one line that is always there: what was read, and what the agreement rests on. partial: more is still being read. */
export function runLine(report: Report, fields: readonly FieldMap[], { partial, following }: Partial<Pick<RunSnapshot, 'partial' | 'following'>> = {}): string {
  const { source, prompts } = report;
  const { min, max } = prompts.samplesPerPrompt;
  const each = max === null || max === 0 ? '' : min === max ? t` (${formatCount(max)} each)` : t` (${formatCount(min ?? 0)} to ${formatCount(max)} each)`;
  const formats = [...new Set(source.files.map((file) => file.format))].join(', ');
  const read = ['prompt', 'verdict', 'c', 'passRate'].flatMap((role) => {
    const path = Object.entries(fields[0] ?? {}).find(([name]) => name === role)?.[1];
    return path === undefined ? [] : [`${role} ← ${path}`];
  });
  return [
    formatCount(prompts.count, 'prompt'),
    ...(max === null || max === 0 ? [t`exact pass rates`] : [`${formatCount(prompts.samples, 'sample')}${each}`]),
    partial === true ? t`gradients not read yet` : agreementBasis(report),
    `${formats}${read.length === 0 ? '' : `: ${read.join(', ')}`}`,
    ...(following === true ? [t`following`] : []),
  ].join(' · ');
}

/** What was read, from where, and by which estimator, in full. */
export function runFacts(report: Report, { fields, columns }: Pick<RunSnapshot, 'fields' | 'columns'>): Fact[] {
  const { source, prompts, gradients, weights } = report;
  const { median, max } = prompts.samplesPerPrompt;
  const bytes = source.files.reduce((sum, file) => sum + file.bytes, 0);
  const formats = [...new Set(source.files.map((file) => file.format))];
  const included = columns.gradients?.included.reduce((sum, one) => sum + one, 0) ?? 0;
  return [
    { name: source.files.length === 1 ? t`File` : t`Files`, value: source.files.length === 1 ? shortPath(source.files[0].path) : formatCount(source.files.length), detail: formatBytes(bytes) },
    { name: t`Format`, value: formats.join(', ') || t`unknown` },
    { name: t`Fields`, value: readAs(fields) || t`none named` },
    { name: t`Prompts`, value: formatCount(prompts.count), detail: t`${formatCount(prompts.unsolved)} unsolved, ${formatCount(prompts.mixed)} mixed, ${formatCount(prompts.saturated)} saturated` },
    ...(max === null || max === 0 ? [] : [{ name: 'k/n', value: `${weights.k}/${formatCount(max)}`, ...(median === null || median === max ? {} : { detail: t`median n ${formatNumber(median)}` }) }]),
    { name: t`Gradients`, value: gradients.source === 'none' ? t`none` : agreementBasis(report), ...(gradients.projection === null ? {} : { detail: t`projection: ${gradients.projection}` }) },
    ...(report.conflict?.plugIn == null ? [] : [{ name: t`Plug-in of the paper`, value: formatNumber(report.conflict.plugIn), detail: t`biased; the estimate above is ${formatNumber(report.conflict.innerProduct)}` }]),
    ...(report.conflict?.estimator === 'unbiased' ? [{ name: t`Weights and gradients`, value: t`from the same samples`, detail: t`the estimator allows for it` }] : []),
    ...(columns.gradients === null ? [] : [{ name: t`J1 is the mean over`, value: formatCount(included, 'prompt'), detail: t`none left out for its pass rate` }]),
  ];
}

/** "verdict ← correct, prompt ← prompt_id"; of the first file, and how many are read otherwise. */
export function readAs(fields: readonly FieldMap[]): string {
  const spelled = fields.map((map) => Object.entries(map).map(([role, path]) => `${role} ← ${path}`).join(', '));
  const others = spelled.filter((text) => text !== spelled[0]).length;
  return `${spelled[0] ?? ''}${others > 0 ? t`; ${formatCount(others, 'file')} read otherwise` : ''}`;
}

function shortPath(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
