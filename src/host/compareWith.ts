import { basename } from 'node:path';
import * as vscode from 'vscode';
import { comparedRuns } from './comparisonUri';
import { runUri } from './runUri';

/**
 * Compares a run with those that were dropped on its report; on a comparison, they are added to it.
 *
 * @param dropped uris as a list of the editor drags them: in a remote window, with the name of the remote
 * @throws a sentence for the user, when one is no file
 */
export async function compareWith(run: vscode.Uri, dropped: readonly string[]): Promise<void> {
  const before = comparedRuns(run)?.map(({ paths }) => runUri(paths.map((path) => vscode.Uri.file(path)))) ?? [run];
  const after = dropped.map((each) => fileOf(vscode.Uri.parse(each))).filter((uri) => !before.some((known) => known.toString() === uri.toString()));
  if (after.length === 0) throw new Error(vscode.l10n.t('{0} is compared with other runs, not with itself.', basename(run.fsPath)));
  await vscode.commands.executeCommand('passk.compare', run, [...before, ...after]);
}

function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme === 'vscode-remote') return vscode.Uri.file(uri.path).with({ query: uri.query });
  if (uri.scheme !== 'file') throw new Error(vscode.l10n.t('Pass@k Inspector reads files on a disk, and this is not one ({0}).', uri.scheme));
  return uri;
}
