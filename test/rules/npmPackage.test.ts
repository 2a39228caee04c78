import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run } from '../run/command.mjs';
import { npm } from '../run/npm.mjs';

describe('the npm package', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-npm-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('brings the command passk, which needs nothing else', async () => {
    await npm(['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
    const [archive] = readdirSync(folder);
    assert.ok(archive);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    await npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, archive)], { cwd: folder });
    assert.deepEqual(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')), ['passk-inspector']);
    const log = join(folder, 'log.jsonl');
    writeFileSync(log, '{"prompt_id":"a","correct":true}\n{"prompt_id":"a","correct":false}\n');
    const passk = join(folder, 'node_modules/.bin', process.platform === 'win32' ? 'passk.cmd' : 'passk');
    const { passAtK } = JSON.parse(await run(passk, ['analyze', log, '--k', '2', '--json'], { cwd: folder }));
    assert.deepEqual(passAtK.map(({ k, estimate }: { k: number; estimate: number }) => [k, estimate]), [[1, 0.5], [2, 1]]);
    const held = readdirSync(join(folder, 'node_modules/passk-inspector/dist'));
    assert.deepEqual(['extension.js', 'worker.js', 'webview.js', 'view'].filter((name) => held.includes(name)), []);
  });
});
