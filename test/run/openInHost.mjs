import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { addOpener } from './addOpener.mjs';
import { onPath } from './command.mjs';
import { installExtensions, makeDataDir, removeDir, startHost, writeSettings } from './host.mjs';
import { installHost } from './installHost.mjs';
import { step } from './say.mjs';

/**
 * Opens a file in the embedded VS Code, in the user's browser where there is one, until it is told to stop.
 * @param {{ vsix: string, folder: string, file: string | null, associations: Record<string, string>, stopped: AbortSignal }} what
 */
export async function openInHost({ vsix, folder, file, associations, stopped }) {
  await installHost();
  const dataDir = makeDataDir();
  try {
    writeSettings(dataDir, { 'workbench.editorAssociations': associations });
    if (file) addOpener(join(dataDir, 'extensions'), file);
    await step('Installing the extension into the embedded VS Code', () => installExtensions(dataDir, [vsix]));
    const host = await step('Starting the embedded VS Code', () => startHost({ dataDir }));
    const address = host.address(folder);
    const shown = showInBrowser(address);
    console.log(`\n${shown ? 'Your browser opens' : 'Open in a browser'}:\n\n  ${address}\n`);
    console.log('Only this machine can reach it. From a laptop, forward the port first: ssh -L PORT:127.0.0.1:PORT this-machine.'.replaceAll('PORT', new URL(host.origin).port));
    console.log('Press Ctrl+C to stop.');
    await Promise.race([host.ended, new Promise((resolve) => stopped.addEventListener('abort', resolve))]);
    await host.stop();
  } finally {
    removeDir(dataDir);
  }
}

/** @returns {boolean} true when a browser was asked to open the address */
function showInBrowser(/** @type {string} */ address) {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  const opener = display ? onPath('xdg-open') : null;
  if (!opener) return false;
  spawn(opener, [address], { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
  return true;
}
