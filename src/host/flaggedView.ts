import * as vscode from 'vscode';
import { LazyTree } from './lazyTree';
import { loadSurfaces } from './loadSurfaces';
import type { SurfaceContext } from './surfaceContext';

/** Puts the flagged prompts into their view, with their number as its badge. */
export function flaggedView(context: SurfaceContext): vscode.Disposable {
  const { stores } = context;
  const treeDataProvider = new LazyTree(async () => (await loadSurfaces()).flaggedTree(context));
  const tree = vscode.window.createTreeView('passk.flagged', { treeDataProvider, showCollapseAll: true });
  const count = (): void => {
    const value = stores.all.reduce((sum, { flags }) => sum + flags.length, 0);
    const tooltip = value === 1 ? vscode.l10n.t('1 flagged prompt') : vscode.l10n.t('{0} flagged prompts', value);
    tree.badge = value === 0 ? undefined : { value, tooltip };
  };
  count();
  return vscode.Disposable.from(tree, treeDataProvider, stores.onDidChange(count));
}
