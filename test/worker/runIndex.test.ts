import assert from 'node:assert/strict';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunOptions, RunSnapshot, WorkerData } from '../../src/protocol/messages';
import { gradientLog, safetensors } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

const { records, vectors } = gradientLog();
const FILLER = 'x'.repeat(100_000);

describe('what is kept of a log that was read', () => {
  const folder = temporaryFolder();
  let thread: WorkerThread;
  let indexFolder = '';
  let path = '';

  before(() => WorkerThread.build());
  beforeEach(function () {
    this.timeout(30_000);
    indexFolder = folder.path(`index-${this.currentTest?.title.length ?? 0}`);
    // 19 MB, with gradients, a line that is broken and a sample that comes twice.
    const lines = [...records, records[5]].map((record, i) => JSON.stringify({ ...record, score: i / 7, answer: `a${i % 5}`, category: `c${i % 3}`, score_grad: vectors[i] ?? [0, 1], response: `${record['response'] as string} ${FILLER}` }));
    path = folder.write('run.jsonl', `${lines.slice(0, 100).join('\n')}\n{"broken\n${lines.slice(100).join('\n')}\n`);
  });
  afterEach(async () => {
    await thread.end();
    rmSync(indexFolder, { recursive: true, force: true });
  });

  async function open(options: Partial<RunOptions> & Pick<WorkerData, 'translations'> = {}): Promise<RunSnapshot> {
    thread = new WorkerThread([path], { indexFolder, ...options });
    return (await thread.next('run')).run;
  }

  const indexes = () => (existsSync(indexFolder) ? readdirSync(indexFolder).map((name) => join(indexFolder, name)).sort() : []);
  const whole = () => indexes().filter((name) => name.endsWith('.passk-index'));

  /** Opens it, waits until it is kept, and closes it. */
  async function kept(count = 1): Promise<RunSnapshot> {
    const run = await open();
    while (whole().length < count || indexes().length > whole().length) await setTimeout(20);
    await thread.end();
    return run;
  }

  /** Writes into the log without any sign of it in what is looked at: whoever reads the log stumbles over it. */
  function spoil(): void {
    const { atime, mtime } = statSync(path);
    const file = openSync(path, 'r+');
    writeSync(file, '#'.repeat(500_000), 5_000_000);
    closeSync(file);
    utimesSync(path, atime, mtime);
  }

  /** The spoilt log has fewer samples. */
  const isReadAnew = (run: RunSnapshot) => run.source.samples < records.length;

  it('is shown again as it was, without reading the log', async () => {
    const first = await kept();
    assert.ok(first.columns.gradients !== null && first.source.malformedCount === 1 && first.source.duplicates === 1);
    // Whole milliseconds are all that can be set.
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const once = await kept(1);
    assert.deepEqual(once, first);
    rmSync(indexFolder, { recursive: true });
    await kept();
    spoil();
    const second = await open();
    assert.deepEqual(second, first);
    thread.send({ type: 'readPrompt', request: 1, prompt: 11 });
    const { detail } = await thread.next('prompt');
    assert.deepEqual([detail.id, detail.samples.length, detail.samples[0].line, detail.text], ['p11', 16, 178, 'Question 11?']);
    thread.send({ type: 'analyse', request: 2, analysis: { kind: 'metrics', k: 4 } });
    assert.equal((await thread.next('analysis')).result.kind, 'metrics');
    thread.send({ type: 'searchText', request: 3, text: 'Answer 15 to 11' });
    assert.deepEqual([...(await thread.next('hits')).hits.prompts], [11]);
  });

  for (const [what, change] of [
    ['another time', () => utimesSync(path, 1_600_000_000, 1_600_000_000)],
    ['another end', () => {
      const { atime, mtime, size } = statSync(path);
      const file = openSync(path, 'r+');
      writeSync(file, '}}', size - 3);
      closeSync(file);
      utimesSync(path, atime, mtime);
    }],
    ['another beginning', () => {
      const { atime, mtime } = statSync(path);
      const file = openSync(path, 'r+');
      writeSync(file, '{"prompt_id":"q', 0);
      closeSync(file);
      utimesSync(path, atime, mtime);
    }],
    ['another size', () => {
      const { atime, mtime, size } = statSync(path);
      truncateSync(path, size - 1);
      utimesSync(path, atime, mtime);
    }],
    ['a file of gradients beside it', () => folder.write('run.grads.safetensors', safetensors('score_grad', vectors))],
  ] as const) {
    it(`is not believed of a log with ${what}`, async () => {
      utimesSync(path, 1_700_000_000, 1_700_000_000);
      await kept();
      change();
      const { atime, mtime } = statSync(path);
      spoil();
      utimesSync(path, atime, mtime);
      try {
        assert.ok(isReadAnew(await open()), 'the spoilt log was read');
      } finally {
        rmSync(folder.path('run.grads.safetensors'), { force: true });
      }
    });
  }

  it('is not believed where other settings would read otherwise, or its notes are in another language', async () => {
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    await kept();
    spoil();
    for (const options of [{ k: 3 }, { errored: 'wrong' }, { formats: { '*.jsonl': { verdict: 'score' } } }, { translations: { unknown: 'inconnu' } }] as const) {
      assert.ok(isReadAnew(await open(options)), JSON.stringify(options));
      await thread.end();
    }
    // What only decides how it is shown at first reads nothing anew.
    assert.ok(!isReadAnew(await open({ hardBelow: 0.3 })));
  });

  it('is read anew where any part of it is broken', async function () {
    this.timeout(60_000);
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const first = await kept();
    const [file] = whole();
    const bytes = readFileSync(file);
    spoil();
    for (const broken of [
      Buffer.alloc(0), bytes.subarray(0, 7), bytes.subarray(0, bytes.length - 1), Buffer.concat([bytes, Buffer.alloc(1)]),
      ...[0, 8, 30, 41, 60, Math.floor(bytes.length / 2), bytes.length - 1].map((at) => Buffer.from(bytes).fill((bytes[at] + 1) & 255, at, at + 1)),
    ]) {
      mkdirSync(indexFolder, { recursive: true });
      writeFileSync(file, broken);
      assert.ok(isReadAnew(await open()));
      await thread.end();
    }
    writeFileSync(file, bytes);
    assert.deepEqual(await open(), first);
  });

  it('gives way to what was used later, beyond half a gigabyte', async () => {
    mkdirSync(indexFolder);
    const old = ['a', 'b', 'c'].map((name, age) => {
      const file = join(indexFolder, `${name}.passk-index`);
      writeFileSync(file, '');
      truncateSync(file, 200 << 20); // takes no room on the disk
      utimesSync(file, 1_600_000_000 + age, 1_600_000_000 + age);
      return file;
    });
    const leftOver = join(indexFolder, 'd.passk-index.123-abc');
    writeFileSync(leftOver, 'half');
    utimesSync(leftOver, 1_600_000_000, 1_600_000_000);
    writeFileSync(join(indexFolder, 'notes.txt'), 'somebody else\'s');
    await open();
    while (existsSync(old[0]) || existsSync(leftOver)) await setTimeout(20);
    assert.deepEqual([existsSync(old[1]), existsSync(old[2]), whole().length], [true, true, 3]);
    assert.ok(existsSync(join(indexFolder, 'notes.txt')));
  });

  it('is nothing of a small log, nor where no folder is given', async () => {
    path = folder.write('small.jsonl', records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    await open();
    thread.send({ type: 'readPrompt', request: 1, prompt: 0 });
    await thread.next('prompt');
    assert.deepEqual(indexes(), []);
  });

  it('is followed on from, and kept again when the log rests', async function () {
    this.timeout(60_000);
    await kept();
    const first = await open({ follow: true });
    assert.equal(first.source.samples, records.length + 1);
    const file = openSync(path, 'a');
    writeSync(file, `${JSON.stringify({ ...records[0], sample: 99, score_grad: vectors[0] })}\n`);
    closeSync(file);
    const { run } = await thread.next('run');
    assert.equal(run.source.samples, records.length + 2);
    const before = statSync(whole()[0]).mtimeMs;
    while (statSync(whole()[0]).mtimeMs === before || indexes().length > whole().length) await setTimeout(50);
    await thread.end();
    const again = await open({ follow: true });
    assert.deepEqual({ ...again, continues: true }, run);
  });
});
