import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { leftOutText } from './leftOutText';
import { flagText, idText, promptText } from './promptText';
import type { TextLog } from './textLog';

/** What stands before the extension's problems. */
export const PROBLEM_SOURCE = 'Pass@k';
/** The code of those that are about a line that could not be read. */
export const MALFORMED = 'malformed';

/** Flagged prompts, each at its first line, and lines that could not be read. */
export function lineProblems(document: vscode.TextDocument, log: TextLog, stores: FlagStores): vscode.Diagnostic[] {
  return [...malformed(document, log), ...flagged(document, log, stores)];
}

function malformed(document: vscode.TextDocument, { source }: TextLog): vscode.Diagnostic[] {
  const more = source.malformedCount - source.malformed.length;
  return source.malformed.map(({ line, reason }, index) => {
    const text = leftOutText(reason, index === source.malformed.length - 1 ? more : 0);
    return problem(document, line - 1, text, vscode.DiagnosticSeverity.Warning, MALFORMED);
  });
}

function flagged(document: vscode.TextDocument, log: TextLog, stores: FlagStores): vscode.Diagnostic[] {
  const flagOf = new Map(stores.forLog(document.uri).flags.map((flag) => [flag.prompt_id, flag]));
  return log.prompts.flatMap(({ prompt, lines }) => {
    const flag = flagOf.get(prompt.id);
    if (flag === undefined) return [];
    const note = flag.note === '' ? '' : ` (${flag.note})`;
    const sentence = vscode.l10n.t('Prompt {0} is flagged: {1}{2}. {3}', idText(prompt.id), flagText(flag.flag), note, promptText(prompt));
    return [problem(document, lines[0]!, sentence, vscode.DiagnosticSeverity.Information, 'flagged')];
  });
}

function problem(document: vscode.TextDocument, line: number, sentence: string, severity: vscode.DiagnosticSeverity, code: string): vscode.Diagnostic {
  const { range } = document.lineAt(Math.min(Math.max(0, line), document.lineCount - 1));
  const found = new vscode.Diagnostic(range, sentence, severity);
  found.source = PROBLEM_SOURCE;
  found.code = code;
  return found;
}
