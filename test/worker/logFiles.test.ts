import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { logFiles } from '../../src/worker/logFiles';

describe('logFiles', () => {
  let folder = '';
  const FILES = [
    'rank2.jsonl', 'rank10.jsonl', 'rank1.jsonl.gz', 'notes.txt', 'metadata.json', '.hidden.jsonl',
    'runs/a/results.jsonl', 'runs/a/metadata.json', 'runs/b/results.jsonl', 'runs/b/deep/er/results.jsonl', 'runs/node_modules/x/results.jsonl', 'runs/b/log.eval',
    'episodes/episode_2_x.json', 'episodes/episode_10_y.json', 'details/x.parquet', '[odd] {name}.jsonl', 'empty/none.txt', 'step{1,2}.jsonl',
  ];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-files-'));
    for (const file of FILES) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), file);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const found = async (...patterns: string[]): Promise<string[]> =>
    (await logFiles(patterns.map((pattern) => join(folder, pattern)))).map(({ path, bytes }) => {
      const name = relative(folder, path).replaceAll('\\', '/');
      assert.equal(bytes, name.length);
      return name;
    });

  const CASES: readonly [what: string, patterns: readonly string[], files: readonly string[]][] = [
    ['a file', ['notes.txt'], ['notes.txt']],
    ['several, each once, as they are given', ['rank10.jsonl', 'rank2.jsonl', 'rank10.jsonl'], ['rank10.jsonl', 'rank2.jsonl']],
    ['a folder of logs, further down where there are none on top', ['runs'], ['runs/a/results.jsonl', 'runs/b/log.eval', 'runs/b/results.jsonl']],
    ['a folder of documents only', ['episodes'], ['episodes/episode_2_x.json', 'episodes/episode_10_y.json']],
    ['* within a name, in numeric order', ['rank*'], ['rank1.jsonl.gz', 'rank2.jsonl', 'rank10.jsonl']],
    ['? for one letter', ['rank?.jsonl'], ['rank2.jsonl']],
    ['* for a folder', ['runs/*/results.jsonl'], ['runs/a/results.jsonl', 'runs/b/results.jsonl']],
    ['** for folders however deep', ['runs/**/results.jsonl'], ['runs/a/results.jsonl', 'runs/b/deep/er/results.jsonl', 'runs/b/results.jsonl']],
    ['** at the end', ['runs/b/**'], ['runs/b/deep/er/results.jsonl', 'runs/b/log.eval', 'runs/b/results.jsonl']],
    ['either of two', ['{rank2,details/x}.{jsonl,parquet}'], ['details/x.parquet', 'rank2.jsonl']],
    ['one of several letters, or none of them', ['runs/[a-b]/res*', 'runs/[!a]/results.jsonl'], ['runs/a/results.jsonl', 'runs/b/results.jsonl']],
    ['a folder by a pattern', ['run[s]/?'], ['runs/a/results.jsonl', 'runs/b/log.eval', 'runs/b/results.jsonl']],
    ['a hidden file by its dot only', ['*hidden*', '.hid*'].slice(1), ['.hidden.jsonl']],
    ['a name that looks like a pattern and is one', ['[odd] {name}.jsonl', 'step{1,2}.jsonl'], ['[odd] {name}.jsonl', 'step{1,2}.jsonl']],
  ];
  for (const [what, patterns, files] of CASES) it(`finds ${what}`, async () => assert.deepEqual(await found(...patterns), files));

  it('says what is not there', async () => {
    await assert.rejects(found('absent.jsonl'), /No such file or folder: .*absent\.jsonl/);
    for (const pattern of ['*.zip', '*hidden*', 'runs/*/nothing', '{a,b}.jsonl', '**/absent']) await assert.rejects(found(pattern), /No file matches/, pattern);
    await assert.rejects(found('empty'), /No evaluation log in the folder .*or else \.json/);
  });

  it('is not led astray by a pattern without end', async () => {
    await assert.rejects(found(`${'{a,b}'.repeat(40)}.jsonl`), /No file matches/);
    await assert.rejects(found(`${'*a'.repeat(12)}.jsonl`), /No file matches/);
  });
});
