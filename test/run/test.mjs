// npm test [-- STAGE…]: everything that can be checked, from a bare checkout, and at the end "N passed, M failed".
// This file and what it imports need nothing but Node: it is what installs the rest.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildVsix } from './build.mjs';
import { plainEnvironment, root, runAloud } from './command.mjs';
import { installPrograms } from './debian.mjs';
import { installHost } from './installHost.mjs';
import { installPackages } from './npm.mjs';
import { explain, secondsSince } from './say.mjs';
import { suites } from './suites.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ name: string, needs: readonly (() => Promise<void>)[], work: () => Promise<Count> }} Stage */

const tool = (/** @type {string} */ path) => join(root, 'node_modules', path);
const packed = once(buildVsix);
const browser = once(() => installPrograms({ browser: true, compiler: false }));
const host = once(installHost);
// Whoever names a VS Code of their own, or none so that it is downloaded, needs no embedded one.
const embedded = process.env['VSCODE_EXECUTABLE'] === undefined ? [browser, host] : [];

/** @type {readonly Stage[]} */
const stages = [
  { name: 'types', needs: [], work: () => check([tool('typescript/bin/tsc'), '-b']) },
  { name: 'lint', needs: [], work: () => check([tool('eslint/bin/eslint.js'), '.']) },
  { name: 'unit', needs: [], work: () => mocha('unit') },
  { name: 'rules', needs: [packed], work: () => mocha('rules') },
  { name: 'host', needs: [packed, ...embedded], work: () => counted('host', [join(root, 'test/run/hostTests.mjs')]) },
  { name: 'e2e', needs: [packed, browser, host], work: () => mocha('e2e', ['--timeout', '60000', '--require', 'test/e2e/cleanUp.ts']) },
];

/** One check is one test: it passes or it fails. @returns {Promise<Count>} */
async function check(/** @type {string[]} */ args) {
  const passed = (await runAloud(process.execPath, args)) === 0;
  return { passed: Number(passed), failed: Number(!passed) };
}

function mocha(/** @type {keyof typeof suites} */ name, /** @type {string[]} */ more = []) {
  const { spec, ignore } = suites[name];
  return counted(name, [
    tool('mocha/bin/mocha.js'), '--forbid-only', '--forbid-pending', '--reporter', 'test/run/countingReporter.cjs',
    ...more, ...ignore.flatMap((pattern) => ['--ignore', pattern]), spec,
  ]);
}

/** Runs a suite that leaves its count in a file; one that dies or finds no test has failed. @returns {Promise<Count>} */
async function counted(/** @type {string} */ name, /** @type {string[]} */ args) {
  const results = join(root, 'out/results');
  const file = join(results, `${name}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(file, { force: true });
  const code = await runAloud(process.execPath, args, { ...plainEnvironment(), PASSK_RESULT: file });
  /** @type {Count} */
  let count = { passed: 0, failed: 0 };
  try {
    count = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    console.error(`The suite "${name}" ended without a result: ${error}`);
  }
  const died = count.failed === 0 && (code !== 0 || count.passed === 0);
  return died ? { ...count, failed: 1 } : count;
}

/** @returns {() => Promise<void>} */
function once(/** @type {() => Promise<void>} */ work) {
  /** @type {Promise<void> | undefined} */
  let result;
  return () => (result ??= work());
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join('", "')}": the stages are ${stages.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
process.once('SIGINT', () => process.exit(130));

const started = performance.now();
const lines = [];
const explained = new Set();
let passed = 0;
let failed = 0;
for (const { name, needs, work } of stages) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n=== ${name}`);
  const begun = performance.now();
  /** @type {Count} */
  let count = { passed: 0, failed: 1 };
  try {
    await installPackages();
    for (const need of needs) await need();
    count = await work();
  } catch (error) {
    // What several stages need is said once.
    if (!explained.has(error)) explain(error);
    explained.add(error);
  }
  passed += count.passed;
  failed += count.failed;
  lines.push(`${name.padEnd(6)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed  ${secondsSince(begun).padStart(8)}`);
}
console.log(`\n${lines.join('\n')}\nin ${secondsSince(started)}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
