import * as vscode from 'vscode';

/**
 * The runs that a command is meant for: all that is selected, else what was clicked. A menu on something that is not selected
 * leaves the selection out. A menu hands over files or folders of the Explorer, or runs of the Runs view; some hand over their
 * own context as well, such as the editor's group: that is no run.
 */
export function chosenRuns(clicked: unknown, selected: unknown): vscode.Uri[] {
  const chosen: readonly unknown[] = Array.isArray(selected) && selected.length > 1 ? selected : [clicked];
  return chosen.flatMap((each) => runOf(each) ?? []);
}

function runOf(given: unknown): vscode.Uri | null {
  if (given instanceof vscode.Uri) return given;
  if (typeof given !== 'object' || given === null || !('run' in given)) return null;
  const { run } = given;
  return typeof run === 'object' && run !== null && 'uri' in run && run.uri instanceof vscode.Uri ? run.uri : null;
}
