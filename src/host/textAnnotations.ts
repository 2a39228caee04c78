import * as vscode from 'vscode';
import { loadSurfaces } from './loadSurfaces';
import { problem, reasonOf } from './notice';
import type { SurfaceContext } from './surfaceContext';

/** Annotates logs that are open as text, from when the first is seen. */
export function textAnnotations(context: SurfaceContext): vscode.Disposable {
  let own: vscode.Disposable | null = null;
  let isOver = false;
  const listener = vscode.window.onDidChangeVisibleTextEditors(look);
  look();
  return new vscode.Disposable(() => {
    isOver = true;
    listener.dispose();
    own?.dispose();
  });

  function look(): void {
    if (!vscode.window.visibleTextEditors.some(({ document }) => document.languageId === 'jsonl')) return;
    listener.dispose();
    loadSurfaces().then(
      (surfaces) => {
        if (!isOver) own ??= surfaces.annotateText(context);
      },
      (error: unknown) => problem(reasonOf(error)),
    );
  }
}
