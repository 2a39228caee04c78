import assert from 'node:assert/strict';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { openRun, type OpenRun } from '../../src/worker/openRun';
import { temporaryFolder } from './temporaryFolder';
import { zipArchive } from './zipArchive';
import { repeatedFrame, skippableFrame, zstdFrame } from './zstdFrame';

const OPTIONS = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop' } as const;
const record = (sample: number, response = 'r'): string => `${JSON.stringify({ prompt_id: `p${sample % 10}`, sample, correct: sample % 3 === 0, response })}\n`;
/** Hardly packs, so that there is progress to be told. */
const noise = (sample: number): string => Array.from({ length: 40 }, (_, at) => Math.imul(sample * 40 + at + 1, 2654435761).toString(36)).join('');
const noisyLog = (samples: number): string => Array.from({ length: samples }, (_, sample) => record(sample, noise(sample))).join('');
const good = (samples: number): string => Array.from({ length: samples }, (_, sample) => record(sample)).join('');

describe('packed logs', () => {
  const folder = temporaryFolder();
  const open = (...paths: string[]): Promise<OpenRun> => openRun(paths, OPTIONS);
  const notes = (run: OpenRun): string => (run.report().source.notes ?? []).join('\n');

  const inspectSample = (id: number): Buffer => Buffer.from(JSON.stringify({ id, epoch: 1, input: noise(id), target: 'x', scores: { match: { value: id % 2 === 0 ? 'C' : 'I', answer: noise(id) } } }));
  const PACKED: readonly [name: string, samples: number, make: () => string][] = [
    ['gzip', 4000, () => folder.write('progress.jsonl.gz', gzipSync(noisyLog(4000)))],
    ['gzip of two members', 4000, () => folder.write('members.jsonl.gz', Buffer.concat([gzipSync(noisyLog(2000)), gzipSync(noisyLog(2000).replaceAll('"p', '"q').replaceAll('qrompt', 'prompt'))]))],
    ['Zstandard', 4000, () => folder.write('progress.jsonl.zst', Buffer.concat([zstdFrame(Buffer.from(noisyLog(4000))), skippableFrame(100)]))],
    ['a zip archive', 300, () => folder.write('progress.eval', zipArchive(Array.from({ length: 300 }, (_, id) => {
      const content = inspectSample(id);
      return { name: `samples/${id}_epoch_1.json`, method: 8, packed: deflateRawSync(content), size: content.length };
    })))],
    ['Parquet', 4, () => 'test/fixtures/packed/completions.parquet'],
  ];
  for (const [name, samples, make] of PACKED) {
    it(`tells the progress of ${name} by packed bytes, with the samples so far, up to all of both`, async () => {
      const path = make();
      const seen: [bytes: number, total: number, samples: number][] = [];
      const run = await openRun([path], { ...OPTIONS, onProgress: (bytes, total, count) => void seen.push([bytes, total, count]) });
      const { size } = statSync(path);
      assert.equal(run.report().source.samples, samples);
      assert.ok(seen.every(([, total]) => total === size));
      assert.ok(seen.every(([bytes, , count], at) => at === 0 || (bytes >= seen[at - 1]![0] && count >= seen[at - 1]![2])), 'never back');
      assert.deepEqual(seen.at(-1), [size, size, samples]);
      if (size > 1 << 18) assert.ok(seen.some(([bytes, , count]) => bytes > 0 && bytes < size && count > 0 && count < samples), 'something between nothing and all');
    });
  }

  it('names a shard that cannot be read, and shows the rest', async () => {
    const damaged = folder.write('shard1.jsonl.gz', 'no gzip at all');
    const run = await open(folder.write('shard0.jsonl', good(20)), damaged, folder.write('shard2.jsonl.gz', gzipSync(good(30))));
    assert.equal(run.report().source.samples, 50);
    assert.match(notes(run), /Left out: .*shard1\.jsonl\.gz is not readable as gzip: /);
    assert.equal(notes(run).split('shard1.jsonl.gz').length, 2, 'named once');
  });

  // Making links takes a privilege on Windows.
  if (process.platform !== 'win32') {
    it('names a shard that leads nowhere, and shows the rest', async () => {
      mkdirSync(folder.path('links'));
      writeFileSync(folder.path('links/rank0.jsonl'), good(5));
      symlinkSync(folder.path('links/absent'), folder.path('links/rank1.jsonl'));
      const run = await open(folder.path('links'));
      assert.equal(run.report().source.samples, 5);
      assert.match(notes(run), /Left out: ENOENT.*rank1\.jsonl/);
    });
  }

  it('shows what comes before the damage, and says so', async () => {
    const whole = gzipSync(noisyLog(4000));
    const cut = await open(folder.write('cut.jsonl.gz', whole.subarray(0, whole.length >> 1)));
    const { samples, malformedCount } = cut.report().source;
    assert.ok(samples > 1000 && samples < 3000 && malformedCount === 1, `${samples}`);
    assert.match(notes(cut), /cut\.jsonl\.gz is read only up to where it is damaged: .*unexpected end of file/);
    const zst = zstdFrame(Buffer.from(noisyLog(4000)));
    const cutZst = await open(folder.write('cut.jsonl.zst', zst.subarray(0, zst.length >> 1)));
    assert.ok(cutZst.report().source.samples > 1000);
    assert.match(notes(cutZst), /cut\.jsonl\.zst is read only up to where it is damaged/);
  });

  it('says once, and with its name, why a log of which nothing can be read is refused', async () => {
    await assert.rejects(open(folder.write('nothing.jsonl.gz', gzipSync(good(3)).subarray(0, 12))), (error: Error) => {
      assert.match(error.message, /^\S*nothing\.jsonl\.gz is not readable as gzip: unexpected end of file$/);
      return true;
    });
    await assert.rejects(open(folder.path('absent.jsonl')), /No such file or folder: .*absent\.jsonl/);
  });

  it('counts an archive\'s damaged entry as a malformed record, and reads the others', async () => {
    const entries = [1, 2, 3].map((id) => ({ name: `samples/${id}_epoch_1.json`, method: 8, packed: deflateRawSync(inspectSample(id)), size: 99 }));
    entries[1] = { ...entries[1]!, packed: entries[1]!.packed.subarray(0, entries[1]!.packed.length >> 1) };
    const run = await open(folder.write('damaged.eval', zipArchive(entries)));
    assert.deepEqual(run.report().promptTable.map(({ id }) => id), ['1', '3']);
    assert.deepEqual(run.report().source.malformed.map(({ line }) => line), [2]);
    const all = entries.map((entry) => ({ ...entry, packed: Buffer.from('junk') }));
    await assert.rejects(open(folder.write('junk.eval', zipArchive(all))), /junk\.eval: "samples\/1_epoch_1\.json" cannot be unpacked: /);
  });

  it('refuses a window of gigabytes, before it is made, with the way out', async () => {
    const path = folder.write('window.jsonl.zst', zstdFrame(Buffer.from(good(3)), 31));
    await assert.rejects(open(path), /window\.jsonl\.zst is not readable as zstd: it asks for 2048 MB of memory to be unpacked, more than the 128 MB that are given; unpack it with "zstd -d --long=31"/);
    const second = await open(folder.write('second.jsonl.zst', Buffer.concat([zstdFrame(Buffer.from(good(300))), zstdFrame(Buffer.from(good(3)), 30)])));
    assert.ok(second.report().source.samples > 250);
    assert.match(notes(second), /read only up to where it is damaged: .* asks for 1024 MB/);
  });

  describe('that unfold a thousand times', function () {
    this.timeout(120_000);
    const MEMBER = 4 << 20;
    /** Gzip members one after another are one file: many gigabytes are made in no time. */
    const bomb = (member: Buffer, members: number, begin: string, end: string): Buffer => Buffer.concat([gzipSync(begin), ...new Array<Buffer>(members).fill(gzipSync(member)), gzipSync(end)]);

    /** How much the process grew at most, in MB, while a log was read. */
    async function growth(path: string): Promise<{ run: OpenRun; megabytes: number }> {
      const before = process.memoryUsage.rss();
      let most = before;
      const run = await openRun([path], { ...OPTIONS, onProgress: () => void (most = Math.max(most, process.memoryUsage.rss())) });
      return { run, megabytes: (most - before) / (1 << 20) };
    }

    it('to one line of 400 MB take bounded memory: the line is passed over, by its number', async () => {
      const path = folder.write('line.jsonl.gz', bomb(Buffer.alloc(MEMBER, 'x'), 100, `${good(3)}{"prompt_id":"p","response":"`, `","correct":true}\n${good(4)}`));
      assert.ok(statSync(path).size < 1 << 20);
      const { run, megabytes } = await growth(path);
      const { samples, malformed } = run.report().source;
      assert.equal(samples, 7);
      assert.deepEqual(malformed.map(({ line, reason }) => [line, reason.slice(0, 36)]), [[4, 'the record is longer than 128 MB, th']]);
      assert.ok(megabytes < 450, `${megabytes} MB`);
    });

    it('to an element of an array of 200 MB, likewise', async () => {
      const begin = '[{"prompt_id":"a","correct":true},\n{"prompt_id":"b","response":"';
      const { run, megabytes } = await growth(folder.write('element.json.gz', bomb(Buffer.alloc(MEMBER, 'x'), 50, begin, '","correct":true},\n{"prompt_id":"c","correct":true}]')));
      assert.deepEqual(run.report().promptTable.map(({ id }) => id), ['a', 'c']);
      assert.deepEqual(run.report().source.malformed.map(({ line }) => line), [2]);
      assert.ok(megabytes < 600, `${megabytes} MB`);
    });

    it('to a first line without an end are refused', async () => {
      const path = folder.write('first.jsonl.gz', bomb(Buffer.alloc(MEMBER, 'x'), 33, '{"response":"', ''));
      await assert.rejects(open(path), /first\.jsonl\.gz: The first record is longer than 128 MB/);
    });

    it('to zeros are refused at once', async () => {
      const path = folder.write('zeros.jsonl.gz', bomb(Buffer.alloc(MEMBER), 2500, '', ''));
      const begun = performance.now();
      await assert.rejects(open(path), /zeros\.jsonl\.gz: The file is binary/);
      assert.ok(performance.now() - begun < 5000, 'ten gigabytes were not unpacked');
    });

    it('by Zstandard\'s repeated bytes take bounded memory', async () => {
      const path = folder.write('repeated.jsonl.zst', Buffer.concat([zstdFrame(Buffer.from(`${good(3)}{"prompt_id":"p","response":"`)), repeatedFrame(0x78, 2400), zstdFrame(Buffer.from(`"}\n${good(4)}`))]));
      const { run, megabytes } = await growth(path);
      assert.deepEqual([run.report().source.samples, run.report().source.malformedCount], [7, 1]);
      assert.ok(megabytes < 450, `${megabytes} MB`);
    });

    it('can be cancelled in between', async () => {
      const stop = new AbortController();
      const path = folder.write('cancelled.jsonl.gz', bomb(Buffer.alloc(MEMBER, 'x'), 2500, `${good(3)}{"prompt_id":"p","response":"`, '"}\n'));
      const opening = openRun([path], { ...OPTIONS, signal: stop.signal, onProgress: () => stop.abort(new Error('Stopped.')) });
      await assert.rejects(opening, /Stopped\./);
    });
  });
});
