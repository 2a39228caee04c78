import { basename, dirname } from 'node:path';
import * as vscode from 'vscode';
import { runUri } from './runUri';

/** A run in the workspace, as its files' names tell: one log, or the shards of one in a folder. */
export interface FoundRun {
  /** What opens it. */
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly paths: readonly string[];
}

const numeric = new Intl.Collator('en', { numeric: true });

/** Pieces of one run: "rank0", "shard-12", "part_003", "00001-of-00008". Numbers alone are checkpoints: "step100", "run-2". */
const SHARD = /(?<![a-z])(rank|shard|part|chunk|worker|proc|process|gpu|split)[-_.]?\d+|\d+[-_.]?of[-_.]?\d+/gi;

/**
 * Which runs the logs of a workspace are: shards of one run, told by their names, are one.
 * @param paths of logs, in any folders
 * @returns by folder, then by name, numbers in numeric order
 */
export function foundRuns(paths: readonly string[]): FoundRun[] {
  const groups = new Map<string, string[]>();
  const inFolder = new Map<string, number>();
  for (const path of [...paths].sort(numeric.compare)) {
    const folder = dirname(path);
    const name = basename(path);
    const key = JSON.stringify([folder, name.replace(SHARD, '#')]);
    inFolder.set(folder, (inFolder.get(folder) ?? 0) + 1);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [path]);
    else group.push(path);
  }
  return [...groups.values()].map((group) => foundRun(group, inFolder.get(dirname(group[0]!)) === group.length));
}

/** @param isAll the folder holds no other log, so the folder is the run: shards that are still to be written belong to it */
function foundRun(paths: readonly string[], isAll: boolean): FoundRun {
  const first = paths[0]!;
  if (paths.length === 1) return { uri: vscode.Uri.file(first), title: basename(first), paths };
  const title = isAll ? basename(dirname(first)) : basename(first).replace(SHARD, '*');
  return { uri: isAll ? vscode.Uri.file(dirname(first)) : runUri(paths.map((path) => vscode.Uri.file(path))), title, paths };
}
