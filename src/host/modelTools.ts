import * as vscode from 'vscode';
import { loadSurfaces } from './loadSurfaces';
import type { SurfaceContext } from './surfaceContext';

/**
 * Offers the extension's tools to assistants in the editor: they read, and change nothing. Nothing else of the extension knows
 * of them.
 *
 * @param manifest the extension's package.json, which names the tools
 */
export function modelTools(context: SurfaceContext, manifest: unknown): vscode.Disposable {
  const { languageModelTools } = (manifest as { contributes: { languageModelTools: { name: string }[] } }).contributes;
  return vscode.Disposable.from(
    ...languageModelTools.map(({ name }) =>
      vscode.lm.registerTool<object>(name, {
        async invoke({ input }, token) {
          const answer = await (await loadSurfaces()).tools[name]!(context, input, token);
          return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
        },
      }),
    ),
  );
}
