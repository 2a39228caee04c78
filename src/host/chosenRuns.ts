import * as vscode from 'vscode';
import type { RunItem } from './runTree';

/** What a menu hands over: a file or folder of the Explorer, or a run of the Runs view. */
export type Chosen = vscode.Uri | RunItem;

/**
 * The runs that a command is meant for: all that is selected, else what was clicked. A menu on something that is not selected
 * leaves the selection out. Some menus hand over their own context as well, such as the editor's group: that is no run.
 */
export function chosenRuns(clicked: Chosen | undefined, selected: readonly Chosen[] | undefined): vscode.Uri[] {
  const chosen = selected !== undefined && selected.length > 1 ? selected : clicked !== undefined ? [clicked] : [];
  return chosen.flatMap((each) => (each instanceof vscode.Uri ? [each] : 'run' in each ? [each.run.uri] : []));
}
