import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, plainEnvironment, run } from './command.mjs';
import { makeDataDir, quietSettings, removeDir } from './host.mjs';
import { step } from './say.mjs';

const windows = process.platform === 'win32';

/**
 * The desktop's `code`, if that is what the PATH holds. In a terminal of a remote window and under WSL the command of
 * that name talks to a VS Code elsewhere, which takes no profile of ours.
 */
export function findCode(/** @type {NodeJS.ProcessEnv} */ env = process.env) {
  const elsewhere = env['VSCODE_IPC_HOOK_CLI'] ?? env['WSL_DISTRO_NAME'];
  return elsewhere ? null : onPath('code', env['PATH']);
}

/**
 * Opens a file in the user's VS Code, in a profile that is thrown away when its window closes.
 * @param {{ code: string, vsix: string, folder: string, file: string | null, associations: Record<string, string>, stopped: AbortSignal }} what
 */
export async function openInCode({ code, vsix, folder, file, associations, stopped }) {
  const profile = makeDataDir();
  try {
    const settings = join(profile, 'data/User/settings.json');
    mkdirSync(join(profile, 'data/User'), { recursive: true });
    writeFileSync(settings, JSON.stringify({ ...quietSettings, 'workbench.editorAssociations': associations }, null, 2));
    const own = ['--user-data-dir', join(profile, 'data'), '--extensions-dir', join(profile, 'extensions')];
    // VS Code refuses to start as root with its sandbox on.
    if (process.getuid?.() === 0) own.push('--no-sandbox');
    await step('Installing the extension into a throw-away profile of your VS Code', () => run(code, [...own, '--install-extension', vsix]));

    console.log(`Opening ${file ?? folder}. Close the window or press Ctrl+C here to end it.`);
    const words = [...own, '--new-window', '--wait', folder, ...(file ? [file] : [])];
    const shell = windows;
    const child = spawn(shell ? `"${code}"` : code, shell ? words.map((word) => `"${word}"`) : words, { env: plainEnvironment(), shell, stdio: 'ignore' });
    const closed = new Promise((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    });
    stopped.addEventListener('abort', () => {
      endWindow(profile);
      child.kill();
    });
    await closed;
  } finally {
    removeDir(profile);
  }
}

/** The window lives on its own once opened; its process is named in the profile that only it uses. */
function endWindow(/** @type {string} */ profile) {
  try {
    process.kill(Number(readFileSync(join(profile, 'data/code.lock'), 'utf8')));
  } catch {
    // closed already
  }
}
