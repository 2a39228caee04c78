import { basename, dirname, relative, resolve } from 'node:path';
import type * as vscode from 'vscode';
import type { CheckpointPaths } from '../protocol/messages';
import { runPaths } from './runUri';

/**
 * One uri for a comparison, since VS Code opens an editor on a single uri and keeps it over a restart: the runs' names as the
 * file's name, for the tab, and their paths in the query. It lies in the first run's folder, whose settings and flags count.
 *
 * @param runs two or more, in order
 */
export function comparisonUri(runs: readonly vscode.Uri[]): vscode.Uri {
  const [first] = runs;
  if (first === undefined || runs.length < 2) throw new RangeError('comparisonUri requires at least two runs');
  const folder = dirname(first.fsPath);
  const name = runs.length === 2 ? runs.map(({ fsPath }) => basename(fsPath)).join(' ↔ ') : `${basename(first.fsPath)} ↔ … (${runs.length})`;
  const compare = runs.map((run) => runPaths(run).map((path) => relative(folder, path)));
  return first.with({ path: `${first.path.slice(0, first.path.lastIndexOf('/') + 1)}${name}`, query: JSON.stringify({ compare }) });
}

/** The runs that a uri compares; null when it stands for one run. */
export function comparedRuns(uri: vscode.Uri): CheckpointPaths[] | null {
  if (!uri.query.startsWith('{')) return null;
  let query: unknown;
  try {
    query = JSON.parse(uri.query);
  } catch {
    return null;
  }
  const compare = typeof query === 'object' && query !== null && 'compare' in query ? query.compare : null;
  if (!Array.isArray(compare)) return null;
  const folder = dirname(uri.fsPath);
  const runs = compare.map((names) => ({ paths: (Array.isArray(names) ? names : []).filter((name) => typeof name === 'string').map((name) => resolve(folder, name)) }));
  return runs.filter(({ paths }) => paths.length > 0);
}
