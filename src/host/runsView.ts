import * as vscode from 'vscode';
import { LazyTree } from './lazyTree';
import { loadSurfaces } from './loadSurfaces';
import { problem, reasonOf } from './notice';
import type { RunFolder, RunItem } from './runTree';
import type { SurfaceContext } from './surfaceContext';

/** Puts the workspace's runs into their view. Nothing is searched for before somebody looks at it. */
export function runsView(context: SurfaceContext): vscode.Disposable {
  const treeDataProvider = new LazyTree<RunFolder | RunItem>(async () => (await loadSurfaces()).runTree(context, (sentence) => (tree.message = sentence)));
  const uris = ['text/uri-list'];
  const tree = vscode.window.createTreeView('passk.runs', {
    treeDataProvider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: {
      dragMimeTypes: uris,
      dropMimeTypes: uris,
      handleDrag: async (dragged, data) => (await loadSurfaces()).dragRuns(dragged, data),
      handleDrop: async (target, data) => {
        try {
          await (await loadSurfaces()).dropRuns(context, target, data);
        } catch (error) {
          void problem(reasonOf(error));
        }
      },
    },
  });
  return vscode.Disposable.from(tree, treeDataProvider);
}
