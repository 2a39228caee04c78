import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { ESLint } from 'eslint';
import { root } from '../run/command.mjs';
import { bundleEdges } from './bundleEdges';
import { violations } from './importEdge';
import { partOf } from './importTable.mjs';
import { productFiles, sourceEdges } from './sourceEdges';

const bundles = ['extension', 'surfaces', 'worker', 'formatBook', 'archives', 'analyses', 'manyVectors', 'longLogs', 'exporting', 'scanThread', 'cli', 'translations', 'webview', 'comparing', 'printing'];

/** One forbidden line for every kind of edge: file, line, what the checker says. */
const planted: readonly (readonly [file: string, line: string, reason: RegExp])[] = [
  ['src/core/counts/a.ts', "import { x } from '../../logs/x'; export const y = x;", /core may not use logs/],
  ['src/core/b.ts', "import type { x } from '../logs/x'; export type Y = x;", /core may not use logs/],
  ['src/core/c.ts', "import { readFileSync } from 'node:fs'; export const y = readFileSync;", /core may not use Node's node:fs/],
  ['src/core/d.ts', "import { Uri } from 'vscode'; export const y = Uri;", /core may not use the package vscode/],
  ['src/texts/a.ts', "import type { x } from '../core/x'; export type Y = x;", /texts may not use core/],
  ['src/logs/a.ts', "import { x } from '../worker/x'; export const y = x;", /logs may not use worker/],
  ['src/logs/b.ts', "import { x } from 'fzstd'; export const y = x;", /logs may not use the package fzstd/],
  ['src/flags/a.ts', "import type { x } from '../core/x'; export type Y = x;", /flags may not use core/],
  ['src/protocol/a.ts', "import { x } from '../core/x'; export const y = x;", /protocol may use only types of core/],
  ['src/protocol/b.ts', "import { x } from '../flags/x'; export const y = x;", /protocol may use only types of flags/],
  ['src/worker/a.ts', "import { x } from '../flags/x'; export const y = x;", /worker may not use flags/],
  ['src/worker/b.ts', "import { x } from '../host/x'; export const y = x;", /worker may not use host/],
  ['src/worker/c.ts', "import { Uri } from 'vscode'; export const y = Uri;", /worker may not use the package vscode/],
  ['src/cli/a.ts', "import { x } from '../host/x'; export const y = x;", /cli may not use host/],
  ['src/host/a.ts', "import { x } from '../core/x'; export const y = x;", /host may use only types of core/],
  ['src/host/b.ts', "import { x } from '../logs/x'; export const y = x;", /host may use only types of logs/],
  ['src/host/c.ts', "import { x } from '../worker/x'; export const y = x;", /host may not use worker/],
  ['src/host/d.ts', "import { x } from '../../webview/x'; export const y = x;", /host may not use webview/],
  ['src/extension.ts', "import { x } from './worker/x'; import { Uri } from 'vscode'; export const y = [x, Uri];", /extension may use only types of vscode/],
  ['webview/a.ts', "import { x } from '../src/host/x'; export const y = x;", /webview may not use host/],
  ['webview/charts/b.ts', "import { x } from '../../src/logs/x'; export const y = x;", /webview may use only types of logs/],
  ['webview/c.ts', "import { join } from 'node:path'; export const y = join;", /webview may not use Node's node:path/],
  ['webview/d.ts', "import { x } from 'left-pad'; export const y = x;", /webview may not use the package left-pad/],
];

/** Lines that the rules allow, so that no checker passes by forbidding everything. */
const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/core/interference/x.ts', "import { x } from '../counts/x'; import { t } from '../../texts/t'; export const y = [x, t];"],
  ['src/host/x.ts', "import type { x } from '../core/x'; import { y } from '../protocol/y'; import { Uri } from 'vscode'; import { join } from 'node:path'; export const z: x = [y, Uri, join];"],
  ['src/extension.ts', "import type { ExtensionContext } from 'vscode'; import { x } from './host/x'; export const y = (c: ExtensionContext) => x(c);"],
  ['src/worker/logs/x.ts', "import { x } from './y'; import { z } from '../../logs/z'; export const y = [x, z];"],
  ['webview/charts/x.ts', "import { Chart } from 'chart.js'; import { x } from '../../src/core/x'; import { y } from '@vscode/webview-ui-toolkit'; export const z = [Chart, x, y];"],
];

function inPlantedTree<T>(files: readonly (readonly [string, string, ...unknown[]])[], work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'passk-'));
  try {
    for (const [file, line] of [['src/x.ts', ''], ['webview/x.ts', ''], ...files] as const) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), line);
    }
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the import rules', () => {
  it('hold for every import a source file writes', () => {
    assert.deepEqual(violations(sourceEdges(root)), []);
  });

  it('cover every source file', () => {
    assert.deepEqual(productFiles(root).filter((file) => partOf(file) === null), []);
  });

  for (const name of bundles) {
    it(`hold for what ships in ${name}.js`, () => {
      const metafile = JSON.parse(readFileSync(join(root, `out/meta/${name}.json`), 'utf8')) as Metafile;
      assert.notEqual(bundleEdges(metafile).length, 0);
      assert.deepEqual(violations(bundleEdges(metafile)), []);
    });
  }

  it('leave one copy of what holds state, in extension.js and not in surfaces.js', () => {
    const held = (name: string): string[] => Object.keys((JSON.parse(readFileSync(join(root, `out/meta/${name}.json`), 'utf8')) as Metafile).inputs);
    const state = ['runEditorProvider', 'runDocument', 'reportView', 'flagStores', 'flagStore'].map((name) => `src/host/${name}.ts`);
    assert.deepEqual(state.filter((file) => !held('extension').includes(file)), []);
    assert.deepEqual(state.filter((file) => held('surfaces').includes(file)), []);
  });

  it('are checked over every bundle there is', () => {
    assert.deepEqual(readdirSync(join(root, 'out/meta')).sort(), bundles.map((name) => `${name}.json`).sort());
  });

  for (const [file, line, reason] of planted) {
    it(`catch in the source of ${file}: ${line}`, () => {
      const found = inPlantedTree([[file, line]], (folder) => violations(sourceEdges(folder)));
      assert.match(found.join('\n'), reason);
      assert.ok(found.every((one) => one.startsWith(`${file} imports `)));
    });
  }

  it('allow in the source what the table allows', () => {
    assert.deepEqual(inPlantedTree(allowed, (folder) => violations(sourceEdges(folder))), []);
  });

  it('catch planted edges in a bundle, where imports of types are gone', async () => {
    const here = mkdtempSync(join(tmpdir(), 'passk-'));
    try {
      const files = {
        'src/core/a.ts': "import { readFileSync } from 'node:fs'; export const a = readFileSync;",
        'src/host/b.ts': "import { a } from '../core/a'; import type { C } from '../logs/c'; export const b: C = a;",
        'src/logs/c.ts': 'export type C = unknown;',
      };
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(here, file)), { recursive: true });
        writeFileSync(join(here, file), text);
      }
      const { metafile } = await build({
        absWorkingDir: here, entryPoints: ['src/host/b.ts'], bundle: true, platform: 'node', write: false, metafile: true, outdir: 'out', logLevel: 'silent',
      });
      assert.deepEqual(violations(bundleEdges(metafile)).sort(), [
        "src/core/a.ts imports node:fs: core may not use Node's node:fs",
        'src/host/b.ts imports src/core/a.ts: host may use only types of core',
      ]);
    } finally {
      rmSync(here, { recursive: true });
    }
  });
});

describe('the import rules in ESLint', () => {
  // The other rules need the types of a file on disk.
  const linter = new ESLint({ cwd: root, ruleFilter: ({ ruleId }) => ruleId === '@typescript-eslint/no-restricted-imports', overrideConfig: { languageOptions: { parserOptions: { projectService: false } } } });
  const complaints = async (file: string, line: string): Promise<string[]> => {
    const [result] = await linter.lintText(line, { filePath: join(root, file) });
    assert.ok(result);
    assert.deepEqual(result.messages.filter(({ fatal }) => fatal), []);
    return result.messages.map(({ message }) => message);
  };

  for (const [file, line] of planted) {
    it(`catch in ${file}: ${line}`, async () => {
      assert.notDeepEqual(await complaints(file, line), []);
    });
  }

  for (const [file, line] of allowed) {
    it(`allow in ${file}: ${line}`, async () => {
      assert.deepEqual(await complaints(file, line), []);
    });
  }
});
