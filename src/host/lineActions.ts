import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { PROBLEM_SOURCE } from './lineProblems';
import { idText } from './promptText';
import type { TextLogs } from './textLogs';

/** What can be done about a line: flag its prompt, take the flag off, open it; and with a line that could not be read, the log. */
export class LineActions implements vscode.CodeActionProvider {
  constructor(
    private readonly logs: TextLogs,
    private readonly stores: FlagStores,
  ) {}

  provideCodeActions(document: vscode.TextDocument, { start }: vscode.Range, { diagnostics }: vscode.CodeActionContext): vscode.CodeAction[] {
    const log = this.logs.of(document);
    if (log === null) return [];
    const own = diagnostics.filter(({ source }) => source === PROBLEM_SOURCE);
    const prompt = log.promptAt(start.line);
    if (prompt === null) return own.length === 0 ? [] : [action(vscode.l10n.t('Open the log in Pass@k Inspector'), 'passk.inspect', [document.uri], own)];
    const isFlagged = this.stores.forLog(document.uri).flags.some(({ prompt_id: id }) => id === prompt.id);
    const given = [document.uri, prompt.id];
    const name = idText(prompt.id);
    return [
      isFlagged ? action(vscode.l10n.t('Remove the flag of {0}', name), 'passk.unflagLinePrompt', given, own) : action(vscode.l10n.t('Flag {0}…', name), 'passk.flagLinePrompt', given, own),
      action(vscode.l10n.t('Open {0} in Pass@k Inspector', name), 'passk.openLinePrompt', given, own),
    ];
  }
}

function action(title: string, command: string, given: unknown[], diagnostics: vscode.Diagnostic[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: given };
  made.diagnostics = diagnostics;
  return made;
}
