import * as vscode from 'vscode';
import { LineActions } from './lineActions';
import { LineHover } from './lineHover';
import { LineLenses } from './lineLenses';
import { LineMarks } from './lineMarks';
import { lineProblems } from './lineProblems';
import type { SurfaceContext } from './surfaceContext';
import { TextLogs } from './textLogs';

const JSON_LINES: vscode.DocumentSelector = { language: 'jsonl', scheme: 'file' };

/** Lenses, hovers, problems with their fixes, and marks in the ruler, on small logs that are open as text. */
export function annotateText(context: SurfaceContext): vscode.Disposable {
  const { stores } = context;
  const logs = new TextLogs(context);
  const marks = new LineMarks(logs, stores);
  const problems = vscode.languages.createDiagnosticCollection('passk');
  const changed = new vscode.EventEmitter<void>();
  const update = (document: vscode.TextDocument): void => {
    const log = logs.of(document);
    // Unsaved changes leave the problems where they are: VS Code moves them with the text.
    if (log !== null) problems.set(document.uri, lineProblems(document, log, stores));
    else if (document.isClosed || !document.isDirty) problems.delete(document.uri);
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) marks.show(editor);
    changed.fire();
  };
  const updateAll = (): void => {
    for (const document of vscode.workspace.textDocuments) if (logs.of(document) !== null) update(document);
  };
  return vscode.Disposable.from(
    logs,
    marks,
    problems,
    changed,
    logs.onDidChange(update),
    stores.onDidChange(updateAll),
    vscode.window.onDidChangeVisibleTextEditors(updateAll),
    vscode.languages.registerCodeLensProvider(JSON_LINES, new LineLenses(logs, stores, changed.event)),
    vscode.languages.registerHoverProvider(JSON_LINES, new LineHover(logs, stores)),
    vscode.languages.registerCodeActionsProvider(JSON_LINES, new LineActions(logs, stores), { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }),
  );
}
