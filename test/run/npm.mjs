import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, plainEnvironment, root, run } from './command.mjs';
import { Lacking, step } from './say.mjs';

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

/**
 * Runs npm: the one that started this script, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export async function npm(args, { cwd = root, env = plainEnvironment() } = {}) {
  const started = process.env['npm_execpath'];
  const found = started?.endsWith('.js') ? null : onPath('npm');
  if (!found && !started?.endsWith('.js')) {
    throw new Lacking('npm is not on the PATH: install Node 20 or later from https://nodejs.org, which brings it.');
  }
  // Started by a silent npm, it would keep its reasons to itself.
  const spoken = [...args, '--loglevel=error'];
  try {
    return found ? await run(found, spoken, { cwd, env }) : await run(process.execPath, [started ?? '', ...spoken], { cwd, env });
  } catch (error) {
    if (unreachable.test(String(error))) {
      throw new Lacking('npm cannot reach its registry: connect this machine to the internet, or name a registry it can reach with "npm config set registry <address>", and try again.', { cause: error });
    }
    throw error;
  }
}

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function installPackages() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Lacking(`This is Node ${process.versions.node}, and Node 20.19 or later is needed: get it from https://nodejs.org.`);
  }
  const locked = existsSync(join(root, 'package-lock.json'));
  if (locked && packagesInstalled()) return;
  await step('Installing packages', () => npm([locked ? 'ci' : 'install', '--no-audit', '--no-fund']));
}

/** True when npm's own note of what it installed names every package of the lock file in the same version. */
function packagesInstalled() {
  const note = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = packagesIn(note);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    // Optional packages of other platforms are locked but not installed.
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(/** @type {string} */ lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
