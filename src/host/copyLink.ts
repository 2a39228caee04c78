import * as vscode from 'vscode';
import type { FlagStores } from './flagStores';
import { promptLink } from './promptLink';

/** Puts a link to a prompt of a run, or to the run, at one k, on the clipboard. Within the workspace it holds on other machines too. */
export async function copyLink(stores: Pick<FlagStores, 'nameOf'>, uri: vscode.Uri, prompt: string | null, k: number): Promise<void> {
  const run = uri.query === '' ? stores.nameOf(uri) : uri.toString();
  await vscode.env.clipboard.writeText(promptLink(vscode.env.uriScheme, { run, prompt, k }));
  const said = prompt === null ? vscode.l10n.t('Link to the run copied') : vscode.l10n.t('Link to the prompt copied');
  vscode.window.setStatusBarMessage(`$(link) ${said}`, 4000);
}
