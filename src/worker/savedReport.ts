import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { report } from '../core/report';
import type { PromptRow } from '../core/reportShape';
import type { ExportQuestion, SavedChart } from '../protocol/exporting';
import type { ExportedRun } from './exporting';
import { fileDigests } from './fileDigests';
import { InputError } from './inputError';
import { summaryRows, summarySentence } from './summaryRows';
import { t } from '../texts/t';
import { wordOf } from '../texts/wordOf';

const PICTURE = /^data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+/]+=*$/;
const STYLE = `body{font:14px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1f1f1f;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid #ddd;padding:.2rem .6rem;text-align:left;vertical-align:top}td.n{text-align:right}
img{max-width:100%;height:auto;border:1px solid #ddd}details{margin:.4rem 0}div{overflow-x:auto}
td:first-child{overflow-wrap:anywhere;min-width:8rem}.wide td:not(:first-child){white-space:nowrap}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#1f1f1f}th,td,img{border-color:#444}}`;
/** Nothing may run or be fetched, whatever a log's author wrote. */
const POLICY = `default-src 'none'; img-src data:; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/**
 * Writes the report as one file of HTML that needs nothing else: no script, no style and no picture from elsewhere. Every text
 * is escaped.
 * @throws InputError for a picture that is none; the file system's error when it cannot be written
 */
export async function savedReport(run: ExportedRun, { path, options, charts, flags }: Extract<ExportQuestion, { kind: 'savedReport' }>, signal: AbortSignal): Promise<void> {
  for (const { title, picture } of charts) if (!PICTURE.test(picture)) throw new InputError(t`The chart "${title}" has no picture that could be saved.`);
  const numbers = report(run.source, run.columns, options, new Map(flags));
  const rows = summaryRows(numbers, options, await fileDigests(run.logs.files.map(({ path: log }) => log), signal));
  const notes = run.source.notes ?? [];
  await writeFile(path, [
    '<!DOCTYPE html>',
    `<html lang="${escaped(options.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(options.title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(options.title)}</h1><p>${escaped(summarySentence(numbers))}</p>`,
    table([], rows),
    ...(notes.length === 0 ? [] : [`<h2>${escaped(t`Notes`)}</h2><ul>${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>`]),
    '<h2>pass@k</h2>',
    table(['k', t`estimate`, '95%', t`prompts`, t`status`], numbers.passAtK.map(({ k, estimate, ci, prompts, status }) => [String(k), text(estimate), ci === null ? t`unknown` : t`${text(ci[0])} to ${text(ci[1])}`, String(prompts), wordOf(status)])),
    ...charts.map(chartSection),
    `<h2>${escaped(t`Prompts`)}</h2>`,
    table([t`prompt`, 'n', 'c', t`pass rate`, `pass@${options.k}`, t`weight`, t`agreement`, t`standard error`, t`weighted agreement`, t`group`, t`state`, t`interference`, t`flag`], numbers.promptTable.map(promptCells)),
    '</body></html>',
    '',
  ].join('\n'));
}

function chartSection({ title, description, picture, table: points }: SavedChart): string {
  const [head = [], ...rows] = points;
  const details = rows.length === 0 ? '' : `<details><summary>${escaped(t`As a table`)}</summary>${table(head, rows)}</details>`;
  return `<h2>${escaped(title)}</h2><img src="${picture}" alt="${escaped(description)}"><p>${escaped(description)}</p>${details}`;
}

function promptCells(row: PromptRow): string[] {
  return [
    row.id, row.n === null ? t`exact` : String(row.n), row.c === null ? t`exact` : String(row.c), text(row.passRate), text(row.passAtK), text(row.weight), text(row.agreement),
    text(row.agreementSe), text(row.weightedAgreement), wordOf(row.group ?? 'unknown'), wordOf(row.state ?? 'unknown'), wordOf(row.interference), row.flag ?? '',
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td${/^[-−]?\d/.test(cell) && row.length > 2 ? ' class="n"' : ''}>${escaped(cell)}</td>`).join('');
  const top = head.length === 0 ? '' : `<thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead>`;
  return `<div><table${(rows[0]?.length ?? 0) > 2 ? ' class="wide"' : ''}>${top}<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div>`;
}

function text(value: number | null): string {
  return value === null ? t`unknown` : String(Number(value.toPrecision(5)));
}

function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
