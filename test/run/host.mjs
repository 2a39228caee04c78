import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { plainEnvironment, run } from './command.mjs';
import { hostMain, hostNode } from './installHost.mjs';

/** A VS Code that asks nothing, fetches nothing and shows nothing but what it was opened for. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.experimentalOnboarding': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * A throw-away folder for a VS Code's data. Its name is short since the sockets in it may not have long ones.
 * @returns {string}
 */
export function makeDataDir() {
  return mkdtempSync(join(tmpdir(), 'passk-'));
}

export function removeDir(/** @type {string} */ dir) {
  rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** Writes the user's settings; a running VS Code takes them up by itself. */
export function writeSettings(/** @type {string} */ dataDir, /** @type {Record<string, unknown>} */ settings) {
  const user = join(dataDir, 'data/User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

const serverArgs = (/** @type {string} */ dataDir) =>
  [hostMain, '--accept-server-license-terms', '--server-data-dir', dataDir, '--telemetry-level', 'off'];

/** Installs packaged extensions as a user would. */
export async function installExtensions(/** @type {string} */ dataDir, /** @type {readonly string[]} */ vsixFiles) {
  await run(hostNode, [...serverArgs(dataDir), ...vsixFiles.flatMap((file) => ['--install-extension', file])], { env: hostEnvironment(dataDir) });
}

/** @returns {NodeJS.ProcessEnv} sockets and passing files go where they are removed with the rest; no gallery */
function hostEnvironment(/** @type {string} */ dataDir) {
  return { ...plainEnvironment(), XDG_RUNTIME_DIR: dataDir, TMPDIR: dataDir, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/**
 * @typedef {object} Host
 * @property {string} origin
 * @property {(folder: string, payload?: readonly (readonly [string, string])[]) => string} address of a workbench on that folder
 * @property {(path: string) => string} uri of a file, as the workbench knows it
 * @property {Promise<unknown>} ended
 * @property {() => Promise<void>} stop ends the server and all it started
 */

/**
 * Starts the embedded VS Code on a free port of this machine. Only who has its token can use it.
 * @param {{ dataDir: string, env?: NodeJS.ProcessEnv, args?: readonly string[], log?: (text: string) => void }} options
 * @returns {Promise<Host>}
 */
export async function startHost({ dataDir, env = {}, args = [], log }) {
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(dataDir, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const child = spawn(
    hostNode,
    [...serverArgs(dataDir), '--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile, ...args],
    // Its own process group, for the extension host outlives the server by seconds.
    { env: { ...hostEnvironment(dataDir), ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const signal = (/** @type {NodeJS.Signals | 0} */ name) => {
    try {
      return child.pid !== undefined && process.kill(-child.pid, name);
    } catch {
      return false; // nobody is left in the group
    }
  };
  const leaveNothing = () => void signal('SIGKILL');
  process.once('exit', leaveNothing);

  const port = await new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk;
      log?.(String(chunk));
      const found = /listening on (\d+)/.exec(output);
      if (found) resolve(found[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the embedded VS Code ended at its start with ${code}\n${output}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    ended,
    uri: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
    address(folder, payload = []) {
      const url = new URL(origin);
      url.searchParams.set('tkn', token);
      url.searchParams.set('folder', folder);
      url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ...payload]));
      return url.href;
    },
    async stop() {
      signal('SIGTERM');
      for (let turn = 0; turn < 50 && signal(0); turn++) await wait(100);
      signal('SIGKILL');
      process.off('exit', leaveNothing);
    },
  };
}
