import * as vscode from 'vscode';
import type { FlagEvent } from '../flags/flagEvent';
import type { FlagStore } from './flagStore';
import { isFlaggedPrompt } from './isFlaggedPrompt';
import { numberText } from './numberText';
import type { SurfaceContext } from './surfaceContext';

/** Shows every event of a prompt, the last on top: of the one that was clicked, else of one that the user picks. */
export async function showFlagHistory({ stores }: SurfaceContext, given?: unknown): Promise<void> {
  const chosen = isFlaggedPrompt(given) ? given : await pickPrompt(stores.all);
  if (chosen !== undefined) await showHistory(chosen.store, chosen.flag.prompt_id);
}

/** Shows every event of a prompt, the last on top. */
export async function showHistory(store: FlagStore, id: string): Promise<void> {
  const items = historyItems(store.events, id);
  if (items.length === 0) items.push({ label: vscode.l10n.t('This prompt was never flagged.') });
  await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Flags of {0}', id), matchOnDescription: true, matchOnDetail: true });
}

/** One line an event, the last first. */
export function historyItems(events: readonly FlagEvent[], id: string): vscode.QuickPickItem[] {
  return events
    .filter((event) => event.prompt_id === id)
    .reverse()
    .map((event) => ({
      label: `${event.flag === null ? '$(circle-slash)' : '$(flag)'} ${event.flag ?? vscode.l10n.t('flag removed')}`,
      description: [event.at === '' ? vscode.l10n.t('at an unknown time') : event.at, ...(event.undoes === undefined ? [] : [vscode.l10n.t('undo')])].join(' · '),
      detail: evidence(event),
    }));
}

function evidence({ note, k, weight, agreement, run }: FlagEvent): string {
  return [
    ...(note === '' ? [] : [note]),
    ...(k === null ? [] : [`k = ${k}`]),
    ...(weight === null ? [] : [vscode.l10n.t('weight {0}', numberText(weight))]),
    agreement === null ? vscode.l10n.t('agreement unknown') : vscode.l10n.t('agreement {0}', numberText(agreement)),
    ...(run === null ? [] : [vscode.l10n.t('log: {0}', run)]),
  ].join(' · ');
}

async function pickPrompt(stores: readonly FlagStore[]): Promise<{ readonly store: FlagStore; readonly flag: Pick<FlagEvent, 'prompt_id'> } | undefined> {
  const items = stores.flatMap((store) =>
    [...new Set(store.events.map(({ prompt_id: id }) => id))].map((id) => ({ label: id, description: store.home.title, chosen: { store, flag: { prompt_id: id } } })),
  );
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Flag History of Which Prompt?') }))?.chosen;
}
