import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import * as vscode from 'vscode';

/** Where the extension lies, and where it may keep files of its own. */
export type ExtensionPlaces = Pick<vscode.ExtensionContext, 'extensionUri' | 'globalStorageUri'>;

/** Where the flags of a log live. */
export interface FlagHome {
  /** Names the home: the folder's path, or that of the sample log's. */
  readonly key: string;
  /** For people. */
  readonly title: string;
  /** What paths of runs are relative to; null where they are absolute. */
  readonly folder: string | null;
  /** The extension's own file for this home: for when there is no workspace folder, or it cannot be written. */
  readonly spare: string;
}

/**
 * The home of a log's flags: the workspace folder that holds it. The sample log, which lies in the extension, is at home in
 * the first folder of the workspace. A log outside of every folder has a home in the extension's storage, by its folder.
 */
export function flagHome(log: vscode.Uri, places: ExtensionPlaces): FlagHome {
  const sample = isWithin(places.extensionUri.fsPath, log.fsPath);
  const folder = vscode.workspace.getWorkspaceFolder(log.with({ query: '' })) ?? (sample ? vscode.workspace.workspaceFolders?.[0] : undefined);
  if (folder?.uri.scheme === 'file') return folderHome(folder, places);
  const key = sample ? 'sample' : dirname(log.fsPath);
  return { key, title: sample ? vscode.l10n.t('Sample log') : key, folder: null, spare: sparePath(key, places) };
}

/** The home that a folder of the workspace is. */
export function folderHome(folder: vscode.WorkspaceFolder, places: ExtensionPlaces): FlagHome {
  const key = folder.uri.fsPath;
  return { key, title: folder.name, folder: key, spare: sparePath(key, places) };
}

/** How a flag names its run: relative to the workspace folder with `/`, so that it holds on other machines; else absolute. */
export function runName(home: FlagHome, log: vscode.Uri): string {
  if (home.folder === null || !isWithin(home.folder, log.fsPath)) return log.fsPath;
  return relative(home.folder, log.fsPath).split(sep).join('/') || '.';
}

/** The log that a flag names. */
export function namedRun(home: FlagHome, name: string): vscode.Uri {
  return vscode.Uri.file(isAbsolute(name) || home.folder === null ? name : resolve(home.folder, name));
}

function sparePath(key: string, places: ExtensionPlaces): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 16);
  return join(places.globalStorageUri.fsPath, 'flags', name, 'flags.jsonl');
}

/** Whether a path lies in a folder, or is it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
