import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { shim } from './shim';
import type { SurfaceContext } from './surfaceContext';

/** Opens a terminal in which `passk` is the command line of this extension, in the workspace's folder. */
export async function openTerminal({ places }: Pick<SurfaceContext, 'places'>): Promise<void> {
  const folder = join(places.globalStorageUri.fsPath, 'bin');
  const cli = vscode.Uri.joinPath(places.extensionUri, 'dist', 'cli.js').fsPath;
  await mkdir(folder, { recursive: true });
  // Written anew each time: an update of the extension, or of the editor, moves both programs.
  for (const [name, text] of shim(process.execPath, cli)) {
    await writeFile(join(folder, name), text);
    await chmod(join(folder, name), 0o755);
  }
  // Windows calls it Path.
  const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const terminal = vscode.window.createTerminal({
    name: 'passk',
    iconPath: new vscode.ThemeIcon('graph-scatter'),
    env: { [pathName]: [folder, process.env[pathName] ?? ''].join(delimiter) },
    message: vscode.l10n.t('passk is on the PATH of this terminal: try "passk help".'),
  });
  terminal.show();
}
