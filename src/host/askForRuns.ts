import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { findLogs } from './findLogs';
import { foundRuns } from './foundRuns';
import type { SurfaceContext } from './surfaceContext';

interface RunChoice extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | null;
}

/**
 * Asks for two runs to compare: the one before, unless it is given, and the one after.
 * @returns undefined when the user leaves it
 */
export async function askForRuns(extension: vscode.Uri, editors: SurfaceContext['editors'], before?: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const { paths } = await findLogs(extension);
  const known = new Map<string, RunChoice>();
  for (const { uri, run } of editors.documents) if (run !== null) known.set(uri.toString(), { label: run.title, description: vscode.l10n.t('open'), uri });
  for (const { uri, title, paths: [first = ''] } of foundRuns(paths)) {
    if (!known.has(uri.toString())) known.set(uri.toString(), { label: title, description: vscode.workspace.asRelativePath(dirname(first)), uri });
  }
  const first = before ?? (await askForRun([...known.values()], vscode.l10n.t('Compare Evaluation Runs: Before')));
  if (first === undefined) return undefined;
  const others = [...known.values()].filter(({ uri }) => uri?.toString() !== first.toString());
  const second = await askForRun(others, vscode.l10n.t('Compare Evaluation Runs: After'));
  return second && [first, second];
}

async function askForRun(choices: readonly RunChoice[], title: string): Promise<vscode.Uri | undefined> {
  const browse: RunChoice = { label: vscode.l10n.t('$(folder-opened) Browse…'), uri: null };
  const chosen = await vscode.window.showQuickPick([...choices, browse], { title, matchOnDescription: true });
  if (chosen === undefined || chosen.uri !== null) return chosen?.uri ?? undefined;
  return (await vscode.window.showOpenDialog({ title, canSelectFolders: false }))?.[0];
}
