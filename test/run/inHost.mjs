#!/usr/bin/env node
// Stands in for the desktop's `code` when it is asked to run tests:
//   inHost.mjs [FOLDER] --extensionDevelopmentPath=DIR… --extensionTestsPath=FILE
// FILE's run() is executed in the real extension host of the embedded VS Code. Exit code: 0 passed, 1 failed, 2 no
// result. PASSK_VERBOSE=1 shows everything.
import { resolve } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { makeDataDir, removeDir, startHost, writeSettings } from './host.mjs';

const limitMs = 300_000;
const words = process.argv.slice(2);
const valuesOf = (/** @type {string} */ name) =>
  words.filter((word) => word.startsWith(`--${name}=`)).map((word) => resolve(word.slice(name.length + 3)));
const extensions = valuesOf('extensionDevelopmentPath');
const [tests] = valuesOf('extensionTestsPath');
const folder = words.find((word) => !word.startsWith('-'));
if (!tests || !folder || extensions.length === 0) {
  throw new Error('needs FOLDER, --extensionDevelopmentPath=DIR and --extensionTestsPath=FILE');
}

const verbose = Boolean(process.env['PASSK_VERBOSE']);
// The workbench's own chatter, not the tests'.
const noise =
  /connection token|^Creating a socket|grace time|builtin extensions|^Canceled|^Creation of workbench|^ChatSessionStore|^\[(Service Worker|AgentHost|AccountPolicyGate)/;

const dataDir = makeDataDir();
/** @type {import('./host.mjs').Host | undefined} */
let host;
/** @type {import('playwright-core').Browser | undefined} */
let browser;
process.exitCode = 2;
try {
  writeSettings(dataDir, {});
  host = await startHost({
    dataDir,
    // What runTests was told to hand to the tests is in this environment.
    env: process.env,
    // Without this flag a built host ignores extensionDevelopmentPath and extensionTestsPath, and says nothing.
    args: ['--enable-smoke-test-driver'],
    ...(verbose && { log: (text) => process.stderr.write(text) }),
  });
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    if (verbose || !noise.test(String(args[0]))) (type === 'error' ? console.error : console.log)(...args);
  });
  const opened = browser;
  const result = new Promise((pass, fail) => {
    setTimeout(() => fail(new Error(`no result within ${limitMs / 1000} s`)), limitMs).unref();
    page.on('crash', () => fail(new Error('the workbench page crashed')));
    opened.on('disconnected', () => fail(new Error('the browser went away')));
    page.exposeFunction('codeAutomationExit', pass).catch(fail);
  });
  const uri = host.uri;
  await page.goto(
    host.address(resolve(folder), [
      ...extensions.map((path) => /** @type {const} */ (['extensionDevelopmentPath', uri(path)])),
      ['extensionTestsPath', uri(tests)],
    ]),
  );
  process.exitCode = Number(await result);
} catch (error) {
  console.error(String(error));
} finally {
  await browser?.close();
  await host?.stop();
  removeDir(dataDir);
}
