import * as vscode from 'vscode';
import { FlaggedPrompts } from './flaggedPrompts';
import type { FlagStores } from './flagStores';

/** Puts the flagged prompts into their view, with their number as its badge. */
export function flaggedView(stores: FlagStores): vscode.Disposable {
  const prompts = new FlaggedPrompts(stores);
  const tree = vscode.window.createTreeView('passk.flagged', { treeDataProvider: prompts, showCollapseAll: true });
  const count = (): void => {
    const value = prompts.count;
    const tooltip = value === 1 ? vscode.l10n.t('1 flagged prompt') : vscode.l10n.t('{0} flagged prompts', value);
    tree.badge = value === 0 ? undefined : { value, tooltip };
  };
  count();
  return vscode.Disposable.from(tree, stores.onDidChange(count));
}
