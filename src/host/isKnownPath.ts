import * as vscode from 'vscode';
import { isWithin } from './flagHome';
import type { SurfaceContext } from './surfaceContext';

/** Whether a path lies in the workspace, or is the extension's own sample log: what others may have opened without asking. */
export function isKnownPath({ places }: Pick<SurfaceContext, 'places'>, path: string): boolean {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path)) !== undefined || isWithin(places.extensionUri.fsPath, path);
}
