import * as vscode from 'vscode';
import { loadSurfaces } from './loadSurfaces';
import { problem, reasonOf } from './notice';
import type { SurfaceContext } from './surfaceContext';

/** Takes the links that lead to prompts. */
export function linkHandler(context: SurfaceContext): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri(uri) {
      try {
        await (await loadSurfaces()).openLink(context, uri);
      } catch (error) {
        void problem(reasonOf(error));
      }
    },
  });
}
