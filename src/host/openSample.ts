import * as vscode from 'vscode';
import type { SurfaceContext } from './surfaceContext';

/** Opens the log that comes with the extension. */
export async function openSample({ places, editors }: SurfaceContext): Promise<void> {
  await editors.open(vscode.Uri.joinPath(places.extensionUri, 'media', 'sample.jsonl'));
}
