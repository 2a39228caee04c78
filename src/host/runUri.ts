import { dirname, relative, resolve } from 'node:path';
import type * as vscode from 'vscode';

const LOG_NAME = /\.((jsonl|ndjson)(\.(gz|zst))?|eval|parquet|json)$/i;

/** Whether a name is one the inspector offers itself for. */
export function isLogName(path: string): boolean {
  return LOG_NAME.test(path);
}

/**
 * One uri for one run. A file or a folder is itself; several files are the first, with all their names in the query, since
 * VS Code opens an editor on a single uri and keeps it over a restart.
 *
 * @param logs at least one
 */
export function runUri(logs: readonly vscode.Uri[]): vscode.Uri {
  const first = logs[0];
  if (first === undefined) throw new RangeError('runUri requires at least one file');
  if (logs.length === 1) return first;
  const folder = dirname(first.fsPath);
  return first.with({ query: JSON.stringify(logs.map((log) => relative(folder, log.fsPath))) });
}

/** The paths a run's uri stands for. */
export function runPaths(uri: vscode.Uri): string[] {
  if (uri.query === '') return [uri.fsPath];
  const folder = dirname(uri.fsPath);
  let names: unknown;
  try {
    names = JSON.parse(uri.query);
  } catch {
    return [uri.fsPath]; // somebody else's query: the file alone is meant
  }
  const paths = Array.isArray(names) ? names.filter((name) => typeof name === 'string').map((name) => resolve(folder, name)) : [];
  return paths.length > 0 ? paths : [uri.fsPath];
}
