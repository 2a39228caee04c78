import { access } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import * as vscode from 'vscode';
import { isWithin } from './flagHome';
import { isKnownPath } from './isKnownPath';
import { notice } from './notice';
import { linkTarget } from './promptLink';
import { runData } from './runData';
import type { SurfaceContext } from './surfaceContext';
import { withRun } from './withRun';

/**
 * Opens what a link leads to. A link may come from anywhere, so nothing outside of the workspace is touched, nor even looked for,
 * before the user has agreed.
 *
 * @throws a sentence for the user, when the link is malformed or its run is not there
 */
export async function openLink(context: SurfaceContext, link: vscode.Uri): Promise<void> {
  if (link.path !== '/open') throw new Error(vscode.l10n.t('Pass@k Inspector does not know this kind of link: {0}', link.path));
  const target = linkTarget(link.query);
  if (target === 'no run') throw new Error(vscode.l10n.t('This link names no run. A link to a prompt reads …/open?run=PATH&prompt=ID&k=8.'));
  if (target === 'no whole k') throw new Error(vscode.l10n.t('The k in this link is not a whole number of at least 1.'));
  const uri = await runOf(target.run);
  const paths = [...runData(uri).paths, ...(runData(uri).checkpoints ?? []).flatMap((checkpoint) => checkpoint.paths)];
  const outside = paths.filter((path) => !isKnownPath(context, path));
  if (outside.length > 0 && !(await agreed(outside))) return;
  await Promise.all(paths.map(mustExist));
  await context.editors.open(uri, target.prompt, target.k);
  if (target.prompt !== null && runData(uri).checkpoints === undefined) await sayIfMissing(context, uri, target.prompt);
}

/** A relative path is looked for in the folders of the workspace, and lies in the first where it is in none. */
async function runOf(run: string): Promise<vscode.Uri> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(run)) {
    const uri = vscode.Uri.parse(run);
    if (uri.scheme !== 'file') throw new Error(vscode.l10n.t('Pass@k Inspector reads files on a disk, and this is not one ({0}).', uri.scheme));
    return uri;
  }
  if (isAbsolute(run)) return vscode.Uri.file(resolve(run));
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
  if (folders[0] === undefined) throw new Error(vscode.l10n.t('This link names a run in a folder of the workspace, and no folder is open: {0}', run));
  for (const folder of folders) {
    const path = join(folder, run);
    if (isWithin(folder, path) && (await isThere(path))) return vscode.Uri.file(path);
  }
  return vscode.Uri.file(join(folders[0], run));
}

async function agreed(paths: readonly string[]): Promise<boolean> {
  const open = vscode.l10n.t('Open');
  const detail = vscode.l10n.t('A link asks to open this. Open it only if you know where the link comes from.');
  return (await vscode.window.showWarningMessage(vscode.l10n.t('Open a run outside of this workspace?'), { modal: true, detail: `${paths.join('\n')}\n\n${detail}` }, open)) === open;
}

async function mustExist(path: string): Promise<void> {
  if (!(await isThere(path))) throw new Error(vscode.l10n.t('The run that this link names is not there: {0}', path));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}

async function sayIfMissing(context: SurfaceContext, uri: vscode.Uri, prompt: string): Promise<void> {
  const isMissing = await withRun(context, uri, async (_, run) => !run.columns.id.includes(prompt)).catch(() => false); // the editor says itself why it cannot be read
  if (isMissing) void notice(vscode.l10n.t('The run has no prompt {0}, which the link names.', prompt.slice(0, 200)));
}
