import * as vscode from 'vscode';
import { comparisonUri } from './comparisonUri';
import type { RunFolder, RunItem } from './runTree';
import type { SurfaceContext } from './surfaceContext';

/** What VS Code's own lists drag: uris, a line each. */
const URIS = 'text/uri-list';

/** Puts the dragged runs' uris where lists and editors look for them. */
export function dragRuns(dragged: readonly (RunFolder | RunItem)[], data: vscode.DataTransfer): void {
  const runs = dragged.flatMap((each) => ('run' in each ? [each.run.uri] : []));
  data.set(URIS, new vscode.DataTransferItem(runs.map(String).join('\r\n')));
}

/** Compares the run that something was dropped on, as the one before, with what was dropped. */
export async function dropRuns({ editors }: Pick<SurfaceContext, 'editors'>, target: RunFolder | RunItem | undefined, data: vscode.DataTransfer): Promise<void> {
  const text = await data.get(URIS)?.asString();
  if (target === undefined || !('run' in target) || text === undefined) return;
  const before = target.run.uri;
  const dropped = text.split(/\r?\n/).filter((line) => line !== '').map((line) => vscode.Uri.parse(line, true));
  const after = dropped.filter((uri) => uri.scheme === 'file' && uri.toString() !== before.toString());
  if (after.length > 0) await editors.open(comparisonUri([before, ...after]));
}
