import * as vscode from 'vscode';
import { problem, reasonOf } from './notice';
import { promptLink } from './promptLink';

/** Puts a link to a prompt of a run, at one k, on the clipboard. */
export async function copyLink(run: vscode.Uri, prompt: string, k: number): Promise<void> {
  try {
    await vscode.env.clipboard.writeText(promptLink(vscode.env.uriScheme, run, prompt, k));
    vscode.window.setStatusBarMessage(vscode.l10n.t('$(link) Link to the prompt copied'), 4000);
  } catch (error) {
    problem(vscode.l10n.t('The link could not be copied: {0}', reasonOf(error)));
  }
}
