import { isAbsolute, resolve } from 'node:path';
import * as vscode from 'vscode';
import type { RunDocument } from './runDocument';

/**
 * Shows a line of a log in the text editor. It goes through the editor's own opener, which, unlike the document API of
 * extensions, has no bound at 50 MB.
 *
 * @param file index into the run's source files
 * @param line from 1
 * @throws a sentence for the user, when there is no line to show
 */
export async function openSource(document: Pick<RunDocument, 'uri' | 'run'>, file: number, line: number): Promise<void> {
  const source = document.run?.source.files[file];
  if (source === undefined) throw new Error(vscode.l10n.t('The log is not read yet, so its lines cannot be opened.'));
  if (/\.(gz|zst)$/i.test(source.path)) {
    throw new Error(vscode.l10n.t('{0} is compressed, so it has no line to open; in the decompressed file it is line {1}.', source.path, line));
  }
  if (/\.(eval|parquet)$/i.test(source.path)) throw new Error(vscode.l10n.t('{0} is not a file of lines, so there is none to open.', source.path));
  const path = isAbsolute(source.path) ? source.path : resolve(document.uri.fsPath, '..', source.path);
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(path), 'default', { selection: new vscode.Range(at, at), preview: true });
}
