import { report } from '../core/report';
import type { SummaryOptions } from '../protocol/exporting';
import type { ExportedRun } from './exporting';
import { fileDigests } from './fileDigests';
import { summaryRows, summarySentence, type SummaryRow } from './summaryRows';

/** The run's summary, to be pasted into a page of Markdown or a paper. */
export async function summary(run: ExportedRun, as: 'markdown' | 'latex', options: SummaryOptions, signal: AbortSignal): Promise<string> {
  const numbers = report(run.source, run.columns, options);
  const rows = summaryRows(numbers, options, await fileDigests(run.logs.files.map(({ path }) => path), signal));
  const sentence = summarySentence(numbers);
  return as === 'markdown' ? markdown(options.title, sentence, rows) : latex(options.title, sentence, rows);
}

function markdown(title: string, sentence: string, rows: readonly SummaryRow[]): string {
  const cell = (text: string) => text.replace(/[\\`*_{}[\]<>()#+!|~$]/g, '\\$&').replace(/\s+/g, ' ');
  return [`**${cell(title)}.** ${sentence}`, '', '| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`), ''].join('\n');
}

const LATEX: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}', '−': '-' };

/** A table that takes no package. */
function latex(title: string, sentence: string, rows: readonly SummaryRow[]): string {
  const cell = (text: string) => text.replace(/[\\~^−]|[&%$#_{}]/g, (sign) => LATEX[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');
  return [
    '\\begin{table}',
    `  \\caption{${cell(title)}. ${cell(sentence)}}`,
    '  \\begin{tabular}{lp{0.6\\linewidth}}',
    '    \\hline',
    // A digest has no place to break a line at but those it is given.
    ...rows.map(([name, value]) => `    ${cell(name)} & ${cell(value).replace(/[0-9a-f]{64}/, (digest) => digest.replace(/.{16}(?=.)/g, '$&\\-'))} \\\\`),
    '    \\hline',
    '  \\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}
