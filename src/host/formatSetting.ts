import { basename, dirname, extname, join, relative, sep } from 'node:path';
import * as vscode from 'vscode';
import type { ReadingChoice } from '../protocol/messages';
import { changeFormats } from './settings';

/**
 * Keeps in `passk.formats` how the logs of a folder are read: in the settings of the workspace folder they lie in, else in the
 * user's. The newest pattern stands first, since the first that matches holds.
 *
 * @param alone the choice is for this file only, not for all of its folder with the same ending
 * @param choice null: the content decides again
 */
export async function keepReading(log: string, alone: boolean, choice: ReadingChoice | null): Promise<void> {
  const uri = vscode.Uri.file(log);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const patterns = [patternOf(log, folder, false), patternOf(log, folder, true)];
  const entry = choice === null ? [] : [[alone ? patterns[1] : patterns[0], { ...(choice.format !== undefined && { format: choice.format }), ...choice.fields }] as const];
  await changeFormats(uri, folder !== undefined, (before) => [...entry, ...before.filter(([pattern]) => !patterns.includes(pattern))]);
}

/** "project/logs/*.jsonl.gz": with the folder's name in front, since a pattern matches the end of a path. */
function patternOf(log: string, folder: vscode.WorkspaceFolder | undefined, alone: boolean): string {
  const place = folder === undefined ? dirname(log) : join(basename(folder.uri.fsPath), relative(folder.uri.fsPath, dirname(log)));
  const name = basename(log);
  return [...place.split(sep), alone ? name : `*${ending(name)}`].filter((part, at) => part !== '' || at === 0).join('/');
}

/** ".jsonl.gz" of "samples.jsonl.gz": two endings where the last one says only how it is packed. */
function ending(name: string): string {
  const last = extname(name);
  return /^\.(gz|zst)$/i.test(last) ? `${extname(name.slice(0, -last.length))}${last}` : last;
}
