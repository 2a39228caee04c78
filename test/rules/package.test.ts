import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { vsix } from '../run/build.mjs';
import { root } from '../run/command.mjs';
import { firstLoad } from './firstLoad';
import { vsixEntries } from './vsixEntries';

const budgets: readonly (readonly [file: string, kilobytes: number])[] = [
  ['dist/extension.js', 25],
  ['dist/surfaces.js', 80],
  ['dist/worker.js', 120],
  ['dist/scanThread.js', 20],
  ['dist/scannerBytes.js', 20],
  ['dist/formatBook.js', 60],
  ['dist/archives.js', 120],
  ['dist/analyses.js', 60],
  ['dist/manyVectors.js', 40],
  ['dist/longLogs.js', 30],
  ['dist/exporting.js', 40],
  ['dist/comparing.js', 30],
  ['dist/printing.js', 30],
  ['dist/cli.js', 150],
  ['dist/translations.js', 1],
  ['dist/webview.css', 30],
  ['out/passk-inspector.vsix', 1000],
];

const required = ['package.json', 'package.nls.json', 'l10n/bundle.l10n.json', 'readme.md', 'changelog.md', 'LICENSE.txt', 'dist/extension.js', 'dist/surfaces.js', 'dist/worker.js', 'dist/scanThread.js', 'dist/scannerBytes.js', 'dist/formatBook.js', 'dist/archives.js', 'dist/analyses.js', 'dist/manyVectors.js', 'dist/longLogs.js', 'dist/exporting.js', 'dist/comparing.js', 'dist/printing.js', 'dist/cli.js', 'dist/translations.js', 'dist/webview.js', 'dist/webview.css', 'media/sample.jsonl'];

describe('the package', () => {
  for (const [file, kilobytes] of budgets) {
    it(`keeps ${file} within ${kilobytes} KB`, () => {
      const { size } = statSync(join(root, file));
      assert.ok(size <= kilobytes * 1000, `${file} has ${size} bytes`);
    });
  }

  it('draws the first picture of the view from 450 KB of scripts', () => {
    const scripts = firstLoad(viewBundles(), 'dist/webview.js');
    const bytes = scripts.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
    assert.ok(bytes <= 450_000, `${scripts.join(', ')} have ${bytes} bytes`);
  });

  it('loads what the view needs only on first use in pieces of at most 350 KB', () => {
    const first = firstLoad(viewBundles(), 'dist/webview.js');
    const later = Object.keys(viewBundles().outputs).filter((file) => file.endsWith('.js') && !first.includes(file));
    assert.notEqual(later.length, 0);
    assert.deepEqual(later.map((file) => [file, statSync(join(root, file)).size]).filter(([, size]) => Number(size) > 350_000), []);
  });

  it('keeps no script of an earlier build of the view', () => {
    assert.deepEqual(readdirSync(join(root, 'dist/view')).map((name) => `dist/view/${name}`).filter((file) => !(file in viewBundles().outputs)), []);
  });

  it('holds what the extension needs and nothing else', () => {
    const held = vsixEntries(vsix).filter((name) => !['[Content_Types].xml', 'extension.vsixmanifest'].includes(name));
    const names = held.map((name) => name.replace(/^extension\//, ''));
    assert.deepEqual(required.filter((name) => !names.includes(name)), []);
    assert.deepEqual(names.filter((name) => !required.includes(name) && !/^media\/[\w.-]+$|^media\/walkthrough\/[\w.-]+$/.test(name) && !(name in viewBundles().outputs)), []);
  });

  it('holds every script that the view loads later', () => {
    const names = vsixEntries(vsix).map((name) => name.replace(/^extension\//, ''));
    assert.deepEqual(Object.keys(viewBundles().outputs).filter((file) => !names.includes(file)), []);
  });
});

function viewBundles(): Metafile {
  return JSON.parse(readFileSync(join(root, 'out/meta/webview.json'), 'utf8')) as Metafile;
}
