import * as vscode from 'vscode';
import { undoEvents } from '../flags/undoEvents';
import type { FlagStore } from './flagStore';
import type { FlagStores } from './flagStores';
import { notice } from './notice';
import type { SurfaceContext } from './surfaceContext';

/** Takes back the last act on flags: of the active log's folder, else of the folder where something was done last. */
export async function undoFlags({ editors, stores }: SurfaceContext): Promise<void> {
  const active = editors.active && stores.forLog(editors.active.document.uri);
  await undoIn(stores, active ?? lastTouched(stores.all));
}

/** Takes back the last act on the flags of one home, as more events, and says what it was. */
export async function undoIn(stores: FlagStores, store: FlagStore | undefined): Promise<void> {
  // Another window may have written a moment ago.
  await store?.refresh();
  const undo = store && undoEvents(store.events, new Date().toISOString());
  if (!undo) {
    void notice(vscode.l10n.t('There is no flag to undo.'));
    return;
  }
  await stores.append(store, undo.events);
  const [{ prompt_id: id, flag }] = undo.act;
  const what = flag === null ? vscode.l10n.t('removing a flag') : vscode.l10n.t('flagging as {0}', flag);
  const sentence = undo.events.length === 1 ? vscode.l10n.t('Undone: {0}, of prompt {1}', what, id) : vscode.l10n.t('Undone: {0}, of {1} prompts', what, undo.events.length);
  vscode.window.setStatusBarMessage(`$(discard) ${sentence}`, 6000);
}

function lastTouched(stores: readonly FlagStore[]): FlagStore | undefined {
  const latest = (store: FlagStore): string => store.events.reduce((last, { at }) => (at > last ? at : last), '');
  return [...stores].filter(({ events }) => events.length > 0).sort((one, other) => (latest(one) > latest(other) ? -1 : 1))[0];
}
