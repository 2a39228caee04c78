import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { vsix } from '../run/build.mjs';
import { root } from '../run/command.mjs';
import { vsixEntries } from './vsixEntries';

const budgets: readonly (readonly [file: string, kilobytes: number])[] = [
  ['dist/extension.js', 25],
  ['dist/worker.js', 120],
  ['dist/scanThread.js', 20],
  ['dist/scannerBytes.js', 12],
  ['dist/archives.js', 120],
  ['dist/analyses.js', 60],
  ['dist/cli.js', 150],
  ['dist/webview.js', 450],
  ['dist/webview.css', 30],
  ['out/passk-inspector.vsix', 1000],
];

const required = ['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt', 'dist/extension.js', 'dist/worker.js', 'dist/scanThread.js', 'dist/scannerBytes.js', 'dist/archives.js', 'dist/analyses.js', 'dist/cli.js', 'dist/webview.js', 'dist/webview.css', 'media/sample.jsonl'];

describe('the package', () => {
  for (const [file, kilobytes] of budgets) {
    it(`keeps ${file} within ${kilobytes} KB`, () => {
      const { size } = statSync(join(root, file));
      assert.ok(size <= kilobytes * 1000, `${file} has ${size} bytes`);
    });
  }

  it('holds what the extension needs and nothing else', () => {
    const held = vsixEntries(vsix).filter((name) => !['[Content_Types].xml', 'extension.vsixmanifest'].includes(name));
    const names = held.map((name) => name.replace(/^extension\//, ''));
    assert.deepEqual(required.filter((name) => !names.includes(name)), []);
    assert.deepEqual(names.filter((name) => !required.includes(name) && !/^media\/[\w.-]+$|^media\/walkthrough\/[\w.-]+$/.test(name)), []);
  });
});
