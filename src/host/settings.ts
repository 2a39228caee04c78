import * as vscode from 'vscode';
import type { RunOptions } from '../protocol/messages';

const SECTION = 'passk';

/**
 * The settings in force for a log, each within its bounds: VS Code warns of a value out of bounds, but hands it over.
 *
 * @param scope the log, or the folder it lies in
 */
export function readSettings(scope: vscode.Uri): RunOptions {
  const settings = vscode.workspace.getConfiguration(SECTION, scope);
  const k = settings.get<unknown>('k');
  const threads = settings.get<unknown>('threads');
  return {
    k: typeof k === 'number' && Number.isInteger(k) && k >= 1 ? k : 8,
    hardBelow: rate(settings.get<unknown>('hardBelow'), 0.1),
    easyAbove: rate(settings.get<unknown>('easyAbove'), 0.85),
    errored: settings.get<unknown>('errored') === 'wrong' ? 'wrong' : 'drop',
    formats: fieldPaths(settings.get<unknown>('formats')),
    follow: settings.get<unknown>('followLogs') !== false,
    ...(typeof threads === 'number' && Number.isInteger(threads) && threads >= 1 && { threads }),
  };
}

/** Up to how many bytes a log that is open as text gets lenses, hovers and problems; 0: none does. */
export function annotatedBytes(scope: vscode.Uri): number {
  const megabytes = vscode.workspace.getConfiguration(SECTION, scope).get<unknown>('annotateTextBelow');
  return 1e6 * (typeof megabytes === 'number' && megabytes >= 0 ? megabytes : 5);
}

/** What the user wants left out of lists and searches: patterns of `files.exclude` and `search.exclude`. */
export function searchExcludes(): string[] {
  return ['files', 'search'].flatMap((section) =>
    entries(vscode.workspace.getConfiguration(section).get<unknown>('exclude')).filter(([, on]) => on === true).map(([pattern]) => pattern),
  );
}

/** Changes `passk.formats` in the settings of a log's workspace folder, or in the user's. The first pattern that matches holds. */
export async function changeFormats(log: vscode.Uri, inFolder: boolean, change: (entries: [string, unknown][]) => (readonly [string, unknown])[]): Promise<void> {
  const settings = vscode.workspace.getConfiguration(SECTION, log);
  const kept = settings.inspect<unknown>('formats');
  const after = Object.fromEntries(change(entries(inFolder ? kept?.workspaceFolderValue : kept?.globalValue)));
  const target = inFolder ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Global;
  await settings.update('formats', Object.keys(after).length === 0 ? undefined : after, target);
}

/** Calls back when a setting of the extension changes; `concerns` tells for which logs. */
export function onSettingsChange(listener: (concerns: (scope: vscode.Uri) => boolean) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) listener((scope) => event.affectsConfiguration(SECTION, scope));
  });
}

function rate(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise;
}

/** Keeps what has the shape { pattern: { field: path } }; fromEntries, since a pattern may be called __proto__. */
function fieldPaths(value: unknown): RunOptions['formats'] {
  const patterns = entries(value).map(([pattern, fields]) => {
    const paths = entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return [pattern, Object.fromEntries(paths)] as const;
  });
  return Object.fromEntries(patterns);
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
