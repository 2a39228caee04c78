import * as vscode from 'vscode';
import { chosenRuns } from './chosenRuns';
import { isLogName, runUri } from './runUri';
import type { SurfaceContext } from './surfaceContext';

/**
 * Opens a run: what was chosen in the Explorer or is in the editor, else what the user picks.
 *
 * @param clicked the file, folder or run of the menu
 * @param selected all that is selected in the Explorer; a menu on something not selected leaves it out
 */
export async function inspect({ editors }: Pick<SurfaceContext, 'editors'>, clicked?: unknown, selected?: unknown): Promise<void> {
  const chosen = chosenRuns(clicked, selected);
  const logs = chosen.length > 0 ? chosen : await askForLogs();
  if (logs !== undefined && logs.length > 0) await editors.open(runUri(logs));
}

async function askForLogs(): Promise<readonly vscode.Uri[] | undefined> {
  const active = activeLog();
  if (active !== undefined) return [active];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Inspect Evaluation Run'),
    openLabel: vscode.l10n.t('Inspect'),
    canSelectMany: true,
    ...(folder && { defaultUri: folder }),
    filters: { [vscode.l10n.t('Evaluation logs')]: ['jsonl', 'ndjson', 'gz', 'zst', 'json', 'eval', 'parquet'], [vscode.l10n.t('All files')]: ['*'] },
  });
}

/** By its tab, since an editor above 50 MB has no document. */
function activeLog(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const uri = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : vscode.window.activeTextEditor?.document.uri;
  return uri !== undefined && isLogName(uri.path) ? uri : undefined;
}
