import { access } from 'node:fs/promises';
import * as vscode from 'vscode';
import { exportFlags, type FlagExport } from '../flags/exportFlags';
import { namedRun } from './flagHome';
import { trainerShapes, writeShape, type Shape } from './exportWeights';
import type { FlagStore } from './flagStore';
import { isFlaggedPrompt } from './isFlaggedPrompt';
import { notice } from './notice';
import { pickFlag } from './pickFlag';
import type { SurfaceContext } from './surfaceContext';
import { withRun } from './withRun';

/**
 * Opens the run in which a prompt was flagged, at that prompt.
 * @throws a sentence for the user, when the run is not known or not there
 */
export async function openFlagged({ editors, stores }: Pick<SurfaceContext, 'editors' | 'stores'>, given?: unknown): Promise<void> {
  const chosen = isFlaggedPrompt(given) ? given : await pickFlag(stores, vscode.l10n.t('Open Flagged Prompt'));
  if (chosen === undefined) return;
  const { store, flag } = chosen;
  if (flag.run === null) throw new Error(vscode.l10n.t('The flag does not say in which log it was set. Open the log to see the prompt.'));
  const log = namedRun(store.home, flag.run);
  try {
    await access(log.fsPath);
  } catch {
    throw new Error(vscode.l10n.t('The log in which this prompt was flagged is not there: {0}', log.fsPath));
  }
  await editors.open(log, flag.prompt_id);
}

/** Takes a flag off: the given one, or one that the user picks. */
export async function removeFlag({ stores }: Pick<SurfaceContext, 'stores'>, given?: unknown): Promise<void> {
  const chosen = isFlaggedPrompt(given) ? given : await pickFlag(stores, vscode.l10n.t('Remove Flag'));
  if (chosen !== undefined) await stores.remove(chosen.store, chosen.flag);
}

/** Writes the flags where the user says: ids, JSON Lines or CSV; or a trainer's data set without the flagged prompts. */
export async function exportFlagsFile(context: SurfaceContext): Promise<void> {
  const chosen = await pickStore(context);
  if (chosen === undefined) return;
  const formats: FlagShape[] = [
    { label: vscode.l10n.t('Prompt ids, one a line'), as: 'ids', extension: 'txt' },
    { label: 'JSON Lines', as: 'jsonl', extension: 'jsonl' },
    { label: 'CSV', as: 'csv', extension: 'csv' },
  ];
  const run = context.editors.active?.document.uri ?? flaggedRun(chosen);
  const items = [...formats, ...(run === undefined ? [] : [{ label: vscode.l10n.t('Without the flagged prompts'), kind: vscode.QuickPickItemKind.Separator }, ...trainerShapes()])];
  const format = await vscode.window.showQuickPick<vscode.QuickPickItem | FlagShape | Shape>(items, { title: vscode.l10n.t('Export Flags'), matchOnDescription: true });
  if (format === undefined) return;
  if (run !== undefined && 'to' in format) {
    const dropped = chosen.flags.map(({ prompt_id: id }) => id);
    return withRun(context, run, (document, { defaults }) => writeShape(document, { to: format.to, k: defaults.k, weights: 'even', dropped }));
  }
  if (!('as' in format)) return;
  const name = `flags.${format.extension}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Flags'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [format.label]: [format.extension] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(exportFlags(chosen.flags, format.as)));
}

/** Opens the file that the flags are kept in. */
export async function openFlagsFile(context: SurfaceContext): Promise<void> {
  const chosen = await pickStore(context);
  if (chosen !== undefined) await vscode.commands.executeCommand('vscode.openWith', vscode.Uri.file(await chosen.filledPath()), 'default');
}

/** The flags themselves, in one of their forms. */
interface FlagShape extends vscode.QuickPickItem {
  readonly as: FlagExport;
  readonly extension: string;
}

/** The log of the flag that was set last. */
function flaggedRun({ home, flags }: FlagStore): vscode.Uri | undefined {
  const run = flags.flatMap((flag) => flag.run ?? []).at(-1);
  return run === undefined ? undefined : namedRun(home, run);
}

/** The store meant: the active editor's, else the only one with flags, else the one the user picks. */
async function pickStore({ editors, stores }: SurfaceContext): Promise<FlagStore | undefined> {
  const active = editors.active && stores.forLog(editors.active.document.uri);
  if (active !== undefined && active.flags.length > 0) return active;
  const filled = stores.all.filter((store) => store.flags.length > 0);
  if (filled.length === 0) void notice(vscode.l10n.t('No prompt is flagged.'));
  if (filled.length <= 1) return filled[0];
  const items = filled.map((store) => ({ label: store.home.title, description: store.path, store }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Flags of Which Folder?') }))?.store;
}
