import type * as vscode from 'vscode';

const EXTENSION = 'passk.passk-inspector';

/**
 * A link that opens a prompt of a run in the editor it was made in: `vscode://passk.passk-inspector/open?run=…&prompt=…&k=8`.
 * `run` is the path of one file or folder; of several files it is the run's whole uri, which holds all their names.
 */
export function promptLink(scheme: string, run: Pick<vscode.Uri, 'fsPath' | 'query' | 'toString'>, prompt: string, k: number): string {
  const query = new URLSearchParams({ run: run.query === '' ? run.fsPath : run.toString(), prompt, k: String(k) });
  return `${scheme}://${EXTENSION}/open?${query.toString()}`;
}
