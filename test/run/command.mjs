import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const windows = process.platform === 'win32';

/**
 * The environment for a program that npm did not start itself. npm tells its scripts which folder and package they
 * belong to; an npm started from such a script would believe it and install there.
 * @returns {NodeJS.ProcessEnv}
 */
export function plainEnvironment() {
  const owned = /^(npm_(package|lifecycle)_|npm_config_local_prefix$|npm_command$|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !owned.test(name)));
}

/**
 * Where a program stands on the PATH.
 * @param {string} name
 * @param {string} path
 * @returns {string | null}
 */
export function onPath(name, path = process.env['PATH'] ?? '') {
  const endings = windows ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of path.split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not in this folder
      }
    }
  }
  return null;
}

/**
 * Runs a program to its end without showing its output, unless it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what it wrote
 */
export function run(program, args, { cwd = root, env = plainEnvironment() } = {}) {
  return new Promise((resolve, reject) => {
    // A .cmd file is run by the shell, which splits at spaces what is not quoted.
    const shell = windows && /\.(cmd|bat)$/i.test(program);
    const quote = (/** @type {string} */ word) => (shell ? `"${word}"` : word);
    const child = spawn(quote(program), args.map(quote), { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => void (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${code ?? signal}\n${output.slice(-4000)}`));
    });
  });
}

/**
 * Runs a program to its end and shows its output as it comes.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 1 if a signal ended it
 */
export function runAloud(program, args, env = plainEnvironment()) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
