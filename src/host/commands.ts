import * as vscode from 'vscode';
import type { ViewAct } from '../protocol/messages';
import { loadSurfaces } from './loadSurfaces';
import { notice, problem, reasonOf } from './notice';
import { reportActs } from './reportActs';
import type { RunEditorProvider } from './runEditorProvider';
import type { SurfaceContext } from './surfaceContext';

/**
 * Registers every command: what the report does is sent to it, and all else is in the table of the surfaces.
 *
 * @param manifest the extension's package.json, which names the commands
 */
export function registerCommands(context: SurfaceContext, manifest: unknown): vscode.Disposable {
  return vscode.Disposable.from(
    ...commandNames(manifest).map((id) => {
      const act = reportActs.get(id);
      return command(id, act === undefined ? async (...given) => (await loadSurfaces()).commands[id](context, ...given) : async () => actOn(context.editors, act));
    }),
  );
}

/** What goes wrong in a command is told in one way. */
function command(id: string, run: (...given: unknown[]) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...given: unknown[]) => {
    try {
      await run(...given);
    } catch (error) {
      void problem(reasonOf(error));
    }
  });
}

function actOn(editors: RunEditorProvider, act: ViewAct): void {
  const view = editors.active;
  if (view === undefined) void notice(vscode.l10n.t('Open an evaluation log in Pass@k Inspector first.'));
  else view.act(act);
}

/** Our own package.json, so its shape is known. */
function commandNames(manifest: unknown): string[] {
  return (manifest as { contributes: { commands: { command: string }[] } }).contributes.commands.map(({ command: id }) => id);
}
