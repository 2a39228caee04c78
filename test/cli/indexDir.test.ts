import assert from 'node:assert/strict';
import { closeSync, existsSync, openSync, readdirSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { gradientLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

describe('passk analyze --index-dir', () => {
  const folder = temporaryFolder();
  const passk = builtPassk('out/test/indexDirCli.js');

  it('keeps what was read of a large log, and does not read it again until it changes', async function () {
    this.timeout(60_000);
    const { records } = gradientLog();
    const path = folder.write('large.jsonl', lines(records.map((record) => ({ ...record, response: 'x'.repeat(100_000) }))));
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const analyze = (...more: string[]) => passk(['analyze', path, '--json', ...more]);
    const first = await analyze();
    assert.ok(!existsSync(folder.path('index')), 'nothing is kept unasked');
    assert.deepEqual(await analyze('--index-dir', folder.path('index')), first);
    assert.equal(readdirSync(folder.path('index')).length, 1);
    // Nothing of this shows in the file's size, time, beginning or end.
    const file = openSync(path, 'r+');
    writeSync(file, '#'.repeat(500_000), 5_000_000);
    closeSync(file);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    assert.deepEqual(await analyze('--index-dir', folder.path('index')), first);
    assert.notEqual((await analyze()).out, first.out);
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    assert.notEqual((await analyze('--index-dir', folder.path('index'))).out, first.out);
  });

  it('says so where nothing can be kept, and reports all the same', async () => {
    const { records } = gradientLog();
    const path = folder.write('again.jsonl', lines(records.map((record) => ({ ...record, response: 'x'.repeat(100_000) }))));
    writeFileSync(folder.path('a file'), '');
    const { code, out, error } = await passk(['analyze', path, '--json', '--index-dir', folder.path('a file')]);
    assert.equal(code, 0);
    assert.match(error, /passk: nothing is kept in .*a file: /);
    assert.ok(out.includes('"schema"') && statSync(folder.path('a file')).isFile());
  });
});
