// npm start [-- LOG]: installs, builds and opens the sample log, or the one given, in the inspector.
// This file and what it imports need nothing but Node: it is what installs the rest.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildVsix, vsix } from './build.mjs';
import { root } from './command.mjs';
import { installPackages } from './npm.mjs';
import { findCode, openInCode } from './openInCode.mjs';
import { openInHost } from './openInHost.mjs';
import { explain, Lacking } from './say.mjs';

const stop = new AbortController();
for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(name, () => {
    // A second one does not wait for an orderly end.
    if (stop.signal.aborted) process.exit(130);
    console.log('\nStopping.');
    stop.abort();
  });
}

try {
  const [given] = process.argv.slice(2);
  const target = given ? placeOf(resolve(process.env['INIT_CWD'] ?? '.', given)) : sample();
  await installPackages();
  await buildVsix();
  const what = { ...target, vsix, associations: associations(), stopped: stop.signal };
  const code = findCode();
  if (!stop.signal.aborted) await (code ? openInCode({ ...what, code }) : openInHost(what));
  process.exitCode = 0;
} catch (error) {
  // Programs that were running when Ctrl+C was pressed ended with it.
  if (!stop.signal.aborted) explain(error);
  process.exitCode = stop.signal.aborted ? 130 : 1;
}

/** @returns {{ folder: string, file: string | null }} */
function placeOf(/** @type {string} */ path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Lacking(`There is no ${path}: give the path of a log or of a folder of logs.`);
  return found.isDirectory() ? { folder: path, file: null } : { folder: dirname(path), file: path };
}

/** The sample is opened in a folder of its own, so that flags set on it stay out of the repository. */
function sample() {
  const folder = join(root, 'out/sample');
  mkdirSync(folder, { recursive: true });
  // The log and its sidecar.
  for (const name of readdirSync(join(root, 'media'))) {
    if (name.startsWith('sample.')) copyFileSync(join(root, 'media', name), join(folder, name));
  }
  return { folder, file: join(folder, 'sample.jsonl') };
}

/** The files the extension has an editor for open in it at once, instead of through "Reopen Editor With…". */
function associations() {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @type {{ viewType: string, selector: { filenamePattern: string }[] }[]} */
  const editors = contributes.customEditors;
  return Object.fromEntries(editors.flatMap(({ viewType, selector }) => selector.map((one) => [one.filenamePattern, viewType])));
}
