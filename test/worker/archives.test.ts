import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { openRun } from '../../src/worker/openRun';
import { temporaryFolder } from './temporaryFolder';
import { zipArchive, type ZipEntry } from './zipArchive';

const OPTIONS = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;

/** A sample as Inspect writes it, broken over lines. */
function sample(id: number, epoch: number, value: string): Buffer {
  const record = {
    id, epoch, input: `Question ${id}`, target: 'x', output: { choices: [{ message: { role: 'assistant', content: `Reply ${epoch}\nto ${id}` } }] },
    scores: { match: { value, answer: 'x' } },
  };
  return Buffer.from(JSON.stringify(record, null, 2).replaceAll('\n', '\r\n'));
}

function deflated(name: string, content: Buffer): ZipEntry {
  return { name, method: 8, packed: deflateRawSync(content), size: content.length };
}

describe('logs in archives', () => {
  const folder = temporaryFolder();
  const open = (path: string) => openRun([path], OPTIONS);

  it('reads the samples of an Inspect archive, in order, and their texts', async () => {
    const entries = [1, 2, 10].flatMap((id) => [1, 2].map((epoch) => deflated(`samples/${id}_epoch_${epoch}.json`, sample(id, epoch, id === 1 || epoch === 2 ? 'C' : 'I'))));
    const run = await open(folder.write('log.eval', zipArchive([...entries.reverse(), deflated('header.json', Buffer.from('{"version":2}'))])));
    const report = run.report();
    assert.deepEqual(report.promptTable.map((row) => [row.id, row.n, row.c]), [['1', 2, 2], ['2', 2, 1], ['10', 2, 1]]);
    assert.equal(report.source.files[0].format, 'inspect');
    const { text, samples } = await run.detail(2);
    assert.equal(text, 'Question 10');
    assert.equal((await run.texts(samples[1].sample)).response, 'Reply 2\nto 10');
  });

  it('reads entries that are stored, and entries packed with Zstandard', async () => {
    const stored = sample(1, 1, 'C');
    const zstd = readFileSync('test/fixtures/packed/sample.zst'); // sample(2, 1, 'I'), packed by zstd's own program
    const run = await open(
      folder.write('new.eval', zipArchive([
        { name: 'samples/1_epoch_1.json', method: 0, packed: stored, size: stored.length },
        { name: 'samples/2_epoch_1.json', method: 93, packed: zstd, size: sample(2, 1, 'I').length },
      ])),
    );
    assert.deepEqual(run.report().promptTable.map((row) => [row.id, row.c]), [['1', 1], ['2', 0]]);
  });

  it('does not believe a forged size', async () => {
    const content = sample(1, 1, 'C');
    const run = await open(folder.write('forged.eval', zipArchive([{ ...deflated('samples/1_epoch_1.json', content), size: 0xfffffffe }])));
    assert.equal(run.report().prompts.samples, 1);
  });

  it('says that a crashed run has no samples', async () => {
    const path = folder.write('crashed.eval', zipArchive([deflated('_journal/start.json', Buffer.from('{}'))]));
    await assert.rejects(open(path), /crashed\.eval: the run ended before its first sample/);
  });

  it('says so of an entry packed in another way, and of a file that is no archive', async () => {
    const strange = zipArchive([{ name: 'samples/1_epoch_1.json', method: 14, packed: Buffer.from('lzma'), size: 4 }]);
    await assert.rejects(open(folder.write('lzma.eval', strange)), /method 14, which cannot be read/);
    await assert.rejects(open(folder.write('text.eval', 'no archive')), /text\.eval is not readable as a zip archive/);
    await assert.rejects(open(folder.write('text.parquet', 'no table at all')), /text\.parquet is not readable as Parquet/);
  });

  it('reads the rows of a Parquet file, and their texts', async () => {
    // test/fixtures/packed/completions.parquet: four rows of TRL completions, written by hyparquet-writer
    const run = await open('test/fixtures/packed/completions.parquet');
    const { prompts, source } = run.report();
    assert.deepEqual([prompts.count, prompts.samples, source.malformedCount], [2, 4, 0]);
    const { samples } = await run.detail(1);
    assert.equal((await run.texts(samples[1].sample)).response, 'It is 10.');
  });
});
