import { existsSync } from 'node:fs';
import { onPath, run } from './command.mjs';
import { Lacking, step } from './say.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What each tool is called on the PATH and in Debian. */
const compilers = new Map([['g++', 'g++'], ['make', 'make'], ['python3', 'python3']]);

/** The browser the end-to-end tests use: CHROMIUM_BIN, else the first Chromium found. */
export function findBrowser() {
  const named = process.env['CHROMIUM_BIN'];
  if (named) return named;
  for (const name of browsers) {
    const found = onPath(name);
    if (found) return found;
  }
  return applications.find((file) => existsSync(file)) ?? null;
}

/**
 * Gets the programs that npm does not bring, through apt-get where that is possible.
 * @param {{ browser: boolean, compiler: boolean }} wanted
 * @throws {Lacking} naming what is missing and the command that gets it
 */
export async function installPrograms({ browser, compiler }) {
  const missing = compiler ? [...compilers].filter(([program]) => !onPath(program)).map(([, name]) => name) : [];
  // A browser without any font draws empty boxes.
  if (browser && !findBrowser()) missing.push('chromium', 'fonts-dejavu-core');
  if (missing.length === 0) return;

  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  const advice = onPath('apt-get')
    ? `run "sudo ${command.join(' ')}" and try again`
    : `install ${missing.join(', ')} with this system's package manager${browser ? ' (or set CHROMIUM_BIN to a Chromium or Chrome)' : ''} and try again`;
  const lacking = `Missing on this machine: ${missing.join(', ')}; ${advice}.`;
  const before = await rightToInstall();
  if (!before) throw new Lacking(lacking);

  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (/** @type {string[]} */ args) => {
    const [program = '', ...rest] = [...before, ...args];
    return run(program, rest, { env });
  };
  await step(`Installing ${missing.join(', ')} with apt-get`, async () => {
    try {
      await aptGet(['apt-get', 'update']);
      await aptGet(command);
    } catch (error) {
      throw new Lacking(`${lacking} (apt-get said: ${String(error).trim().split('\n').slice(-3).join(' ')})`, { cause: error });
    }
  });
}

/**
 * The words that go before apt-get: none as root, sudo where it asks for no password.
 * @returns {Promise<string[] | null>} null where this user may not install
 */
async function rightToInstall() {
  if (!onPath('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  if (!onPath('sudo')) return null;
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n', '--preserve-env=DEBIAN_FRONTEND'],
    () => null,
  );
}
