import type { InnerProductEstimate, Report } from '../../src/core/reportShape';
import type { FieldMap } from '../../src/logs/formats/logFormat';
import { agreementBasis } from '../charts/basis';
import { formatBytes } from '../numbers/formatBytes';
import { formatCount } from '../numbers/formatCount';
import { formatEstimate } from '../numbers/formatInterval';
import { formatInterval } from '../numbers/formatInterval';
import { formatNumber } from '../numbers/formatNumber';
import { formatRate } from '../numbers/formatRate';

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
    const standing = row.status === 'solid' ? '' : ` · ${row.status}`;
    return [{ name: `pass@${at}`, value: formatRate(row.estimate), detail: row.ci === null ? standing : `${formatInterval(row.ci)}${standing}` }];
  };
  const { conflict } = report;
  return [
    ...rate(1),
    ...(k === 1 ? [] : rate(k)),
    ...(conflict === null
      ? [{ name: 'Effective prompts', value: formatNumber(report.weights.effectivePrompts), detail: `of ${formatCount(report.prompts.count)}, by weight at k = ${k}` }]
      : [
          verdictFact(`These ${formatCount(report.prompts.count, 'prompt')}`, conflict),
          verdictFact('Prompts like these', conflict.population),
          { name: 'Cosine', value: formatNumber(conflict.cosine), detail: 'of ∇J_k and ∇J_1' },
        ]),
  ];
}

function verdictFact(name: string, estimate: InnerProductEstimate): Fact {
  return { name, value: estimate.verdict, detail: estimate.innerProduct === null ? 'unknown' : formatEstimate(estimate.innerProduct, estimate.ci) };
}

/** What was read, from where, and by which estimator. */
export function runFacts(report: Report, fields: readonly FieldMap[]): Fact[] {
  const { source, prompts, gradients, weights } = report;
  const { min, median, max } = prompts.samplesPerPrompt;
  const each = min === null || median === null || max === null ? '' : min === max ? `${formatCount(max)} each` : `${formatCount(min)} to ${formatCount(max)} each, median ${formatNumber(median)}`;
  const bytes = source.files.reduce((sum, file) => sum + file.bytes, 0);
  const formats = [...new Set(source.files.map((file) => file.format))];
  return [
    { name: 'Prompts', value: formatCount(prompts.count), detail: `${formatCount(prompts.unsolved)} unsolved, ${formatCount(prompts.mixed)} mixed, ${formatCount(prompts.saturated)} saturated` },
    { name: 'Samples', value: formatCount(prompts.samples), detail: [each, max === null || max === 0 ? '' : `k/n = ${weights.k}/${formatCount(max)}`].filter((part) => part !== '').join(', ') },
    { name: 'Gradients', value: gradients.source === 'none' ? 'none' : agreementBasis(report), ...(gradients.projection === null ? {} : { detail: gradients.projection }) },
    ...(report.conflict?.estimator === 'unbiased' ? [{ name: 'Samples shared', value: 'yes', detail: 'weights and gradients rest on the same samples; the estimator allows for it' }] : []),
    { name: source.files.length === 1 ? 'File' : 'Files', value: source.files.length === 1 ? shortPath(source.files[0]!.path) : formatCount(source.files.length), detail: formatBytes(bytes) },
    { name: 'Format', value: formats.join(', ') || 'unknown', detail: readAs(fields) },
  ];
}

/** "verdict ← correct, prompt ← prompt_id"; of the first file, and how many are read otherwise. */
export function readAs(fields: readonly FieldMap[]): string {
  const spelled = fields.map((map) => Object.entries(map).map(([role, path]) => `${role} ← ${path}`).join(', '));
  const others = spelled.filter((text) => text !== spelled[0]).length;
  return `${spelled[0] ?? ''}${others > 0 ? `; ${formatCount(others, 'file')} read otherwise` : ''}`;
}

function shortPath(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
