import * as vscode from 'vscode';
import type { ViewAct } from '../protocol/messages';
import { exportFlagsFile, openFlagged, openFlagsFile, removeFlag } from './flagCommands';
import type { FlaggedPrompt } from './flaggedPrompts';
import type { FlagStore } from './flagStore';
import type { FlagStores } from './flagStores';
import { inspect } from './inspect';
import { notice, problem, reasonOf } from './notice';
import type { RunEditorProvider } from './runEditorProvider';

/** Commands that the report itself carries out, so that every key of the report can be bound anew. */
const ACTS = {
  'passk.flagPrompt': 'flag',
  'passk.openSource': 'openSource',
  'passk.nextPrompt': 'nextPrompt',
  'passk.previousPrompt': 'previousPrompt',
  'passk.nextSample': 'nextSample',
  'passk.previousSample': 'previousSample',
  'passk.raiseK': 'moreK',
  'passk.lowerK': 'lessK',
  'passk.filter': 'filter',
  'passk.showKeys': 'showKeys',
  'passk.closePrompt': 'closePrompt',
} as const satisfies Record<string, ViewAct>;

/** The table of all commands, registered. */
export function registerCommands(extension: vscode.Uri, editors: RunEditorProvider, stores: FlagStores): vscode.Disposable {
  const activeStore = (): FlagStore | undefined => editors.active && stores.forLog(editors.active.document.uri);
  return vscode.Disposable.from(
    command('passk.inspect', (clicked?: vscode.Uri, selected?: readonly vscode.Uri[]) => inspect(editors, clicked, selected)),
    command('passk.openSample', () => editors.open(vscode.Uri.joinPath(extension, 'media', 'sample.jsonl'))),
    command('passk.openFlagged', (prompt: FlaggedPrompt) => openFlagged(editors, prompt)),
    command('passk.removeFlag', (prompt?: FlaggedPrompt) => removeFlag(stores, prompt)),
    command('passk.exportFlags', () => exportFlagsFile(stores, activeStore())),
    command('passk.openFlagsFile', () => openFlagsFile(stores, activeStore())),
    command('passk.refresh', () => refresh(editors, stores)),
    ...Object.entries(ACTS).map(([id, act]) => command(id, async () => actOn(editors, act))),
  );
}

/** What goes wrong in a command is told in one way. */
function command<A extends unknown[]>(id: string, run: (...given: A) => Promise<void>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...given: A) => {
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

async function refresh(editors: RunEditorProvider, stores: FlagStores): Promise<void> {
  editors.active?.document.restart();
  await Promise.all(stores.all.map((store) => store.refresh()));
}
