import { isAbsolute, resolve } from 'node:path';
import * as vscode from 'vscode';
import { leftOutText } from './leftOutText';
import { MALFORMED, PROBLEM_SOURCE } from './lineProblems';
import type { RunDocument } from './runDocument';

type Reported = Pick<RunDocument, 'uri' | 'run' | 'onDidChange' | 'onDidDispose'>;

/** Reports whose lines are in Problems. */
const shown = new WeakSet<Reported>();

/**
 * Shows the lines of a log that could not be read in the Problems view, one entry each, which leads to the line. From then on the
 * entries are those of the last reading, until the report is closed. A file that is open as text has its own entries there, which
 * are the same: then the report adds none.
 */
export async function showProblems(report: Reported): Promise<void> {
  if (!shown.has(report)) {
    shown.add(report);
    keepProblems(report);
  }
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

function keepProblems(report: Reported): void {
  const own = vscode.languages.createDiagnosticCollection('passk.report');
  let wanted = new Map<string, { readonly uri: vscode.Uri; readonly problems: vscode.Diagnostic[] }>();
  const fill = (): void => {
    wanted = problemsOf(report);
    own.forEach((uri) => {
      if (!wanted.has(uri.toString())) own.delete(uri);
    });
    for (const { uri, problems } of wanted.values()) if (others(uri, own) === 0) own.set(uri, problems);
  };
  const giveWay = ({ uris }: vscode.DiagnosticChangeEvent): void => {
    for (const uri of uris) {
      const problems = wanted.get(uri.toString())?.problems;
      if (problems === undefined) continue;
      const isSaid = others(uri, own) > 0;
      if (isSaid && own.has(uri)) own.delete(uri);
      else if (!isSaid && !own.has(uri)) own.set(uri, problems);
    }
  };
  fill();
  const listeners: vscode.Disposable = vscode.Disposable.from(own, report.onDidChange(fill), vscode.languages.onDidChangeDiagnostics(giveWay), report.onDidDispose(() => {
    listeners.dispose();
  }));
}

/** How many lines of a file others than the report say to be left out. */
function others(uri: vscode.Uri, own: vscode.DiagnosticCollection): number {
  const all = vscode.languages.getDiagnostics(uri).filter(({ source, code }) => source === PROBLEM_SOURCE && code === MALFORMED);
  return all.length - (own.get(uri)?.length ?? 0);
}

function problemsOf({ uri: log, run }: Reported): Map<string, { readonly uri: vscode.Uri; readonly problems: vscode.Diagnostic[] }> {
  const found = new Map<string, { readonly uri: vscode.Uri; readonly problems: vscode.Diagnostic[] }>();
  const { malformed = [], malformedCount = 0 } = run?.source ?? {};
  malformed.forEach(({ file, line, reason }, at) => {
    const uri = vscode.Uri.file(isAbsolute(file) ? file : resolve(log.fsPath, '..', file));
    const more = at === malformed.length - 1 ? malformedCount - malformed.length : 0;
    const place = Math.max(0, line - 1);
    const entry = new vscode.Diagnostic(new vscode.Range(place, 0, place, Number.MAX_SAFE_INTEGER), leftOutText(reason, more), vscode.DiagnosticSeverity.Warning);
    entry.source = PROBLEM_SOURCE;
    entry.code = MALFORMED;
    const known = found.get(uri.toString()) ?? { uri, problems: [] };
    found.set(uri.toString(), known);
    known.problems.push(entry);
  });
  return found;
}
