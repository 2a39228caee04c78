import * as vscode from 'vscode';
import type { FlaggedPrompt } from './flaggedPrompts';
import type { FlagStores } from './flagStores';
import { notice } from './notice';

/** Asks for one of all flags; undefined when there is none, or the user leaves it. */
export async function pickFlag(stores: Pick<FlagStores, 'all'>, title: string): Promise<FlaggedPrompt | undefined> {
  const items = stores.all.flatMap((store) =>
    store.flags.map((flag) => ({ label: flag.prompt_id, description: flag.flag, detail: flag.note, chosen: { store, flag } })),
  );
  if (items.length === 0) {
    void notice(vscode.l10n.t('No prompt is flagged.'));
    return undefined;
  }
  const item = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  return item?.chosen;
}
