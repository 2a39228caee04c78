import assert from 'node:assert/strict';
import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { RunSnapshot } from '../../src/protocol/messages';
import { FollowedThread } from './followedThread';
import { gradientLog, lines } from './gradientLog';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

/** Samples from … to: prompt i mod 50, every third correct. */
function samples(from: number, to: number, fillerBytes = 20): string {
  const filler = 'x'.repeat(fillerBytes);
  return Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    return `${JSON.stringify({ prompt_id: `p${i % 50}`, sample: Math.floor(i / 50), correct: i % 3 === 0, prompt: `Question ${i % 50}`, response: `Answer ${i} ${filler}` })}\n`;
  }).join('');
}

/** More than is read anew as a whole: 600 KB. */
const LARGE = 1500;
const large = samples(0, LARGE, 300);

describe('a log that is followed', () => {
  const folder = temporaryFolder();
  const followed = new FollowedThread();

  /** The report of what is there now is that of opening it anew. */
  async function assertAsReopened(run: RunSnapshot, path: string, isContinued: boolean): Promise<void> {
    const fresh = new WorkerThread([path]);
    try {
      // It continues what was shown of it in parts, where reading it took that long.
      const { continues: inParts, ...again } = (await fresh.next('run')).run;
      const { following, continues = false, ...rest } = run;
      assert.deepEqual([following, continues], [true, isContinued]);
      assert.notEqual(inParts, false);
      assert.deepEqual({ ...rest, source: { ...rest.source, files: [] } }, { ...again, source: { ...again.source, files: [] } });
      assert.deepEqual(rest.source.files, again.source.files);
    } finally {
      await fresh.end();
    }
  }

  for (const [size, content, count] of [['small', samples(0, 100), 100], ['large', large, LARGE]] as const) {
    it(`shows what is added to a ${size} one, soon and as if it had been there at first`, async function () {
      this.timeout(60_000);
      const path = folder.write(`${size}.jsonl`, content);
      assert.equal((await followed.open(path)).source.samples, count);
      for (let step = 0; step < 3; step++) {
        const started = performance.now();
        appendFileSync(path, samples(count + 60 * step, count + 60 * (step + 1)));
        const run = await followed.next();
        const waited = performance.now() - started;
        assert.equal(run.source.samples, count + 60 * (step + 1));
        await assertAsReopened(run, path, true);
        // It takes well under a second; a machine that is busy with other tests takes longer.
        assert.ok(waited < 15_000, `${waited.toFixed(0)} ms`);
      }
      followed.thread.send({ type: 'readSample', request: 1, sample: count + 150 });
      assert.match((await followed.thread.next('sample')).texts.response ?? '', new RegExp(`^Answer ${count + 150} `));
      followed.thread.send({ type: 'readPrompt', request: 2, prompt: 49 });
      const { detail } = await followed.thread.next('prompt');
      assert.deepEqual([detail.id, detail.samples.at(-1)?.line], ['p49', count + 150]);
    });
  }

  for (const [size, content, count] of [['small', samples(0, 100), 100], ['large', large, LARGE]] as const) {
    it(`waits for the end of a half-written line of a ${size} one, and reports none meanwhile`, async function () {
      this.timeout(60_000);
      const path = folder.write(`half-${size}.jsonl`, content);
      await followed.open(path);
      const more = samples(count, count + 3);
      const half = more.length - 40;
      appendFileSync(path, more.slice(0, half));
      const first = await followed.next();
      assert.deepEqual([first.source.samples, first.source.malformedCount], [count + 2, 0]);
      appendFileSync(path, more.slice(half, -1));
      // Whole, though its line has no end yet.
      const second = await followed.next();
      assert.deepEqual([second.source.samples, second.source.malformedCount], [count + 3, 0]);
      appendFileSync(path, `\n${samples(count + 3, count + 4)}`);
      const third = await followed.next();
      assert.equal(third.source.samples, count + 4);
      await assertAsReopened(third, path, true);
      assert.ok(followed.thread.heard.every((message) => message.type !== 'run' || message.run.source.malformedCount === 0));
    });

    it(`takes back the report of a last line that was cut off when a ${size} one was opened`, async function () {
      this.timeout(60_000);
      const path = folder.write(`cut-${size}.jsonl`, content);
      const more = samples(count, count + 2);
      appendFileSync(path, more.slice(0, -30));
      const first = await followed.open(path);
      assert.deepEqual([first.source.malformedCount, first.source.malformed[0]?.line, first.source.samples], [1, count + 2, count + 1]);
      appendFileSync(path, more.slice(-30));
      const whole = await followed.next();
      assert.deepEqual([whole.source.malformedCount, whole.source.samples], [0, count + 2]);
      await assertAsReopened(whole, path, true);
    });

    it(`reads a ${size} one anew when it is cut, replaced or rotated`, async function () {
      this.timeout(60_000);
      const path = folder.write(`other-${size}.jsonl`, content);
      await followed.open(path);
      truncateSync(path, Math.floor(content.lastIndexOf('\n', content.length / 2)) + 1);
      const cut = await followed.next();
      assert.ok(cut.source.samples < count && cut.source.samples > count / 3);
      // Another file of the same name, longer than what was read.
      const other = content.replaceAll('"prompt_id":"p', '"prompt_id":"q');
      folder.write('new.jsonl', other + samples(0, 5));
      renameSync(folder.path('new.jsonl'), path);
      let replaced = await followed.next();
      while (replaced.source.samples !== count + 5) replaced = await followed.next();
      assert.ok(replaced.columns.id.includes('q0'));
      // Written over in place, and longer than before.
      writeFileSync(path, content + samples(count, count + 9));
      let over = await followed.next();
      while (over.source.samples !== count + 9) over = await followed.next();
      await assertAsReopened(over, path, over.continues ?? false); // it may be seen half-written
      // Rotated: moved away, and begun anew.
      renameSync(path, folder.path('old.jsonl'));
      writeFileSync(path, samples(0, 10));
      let begun = await followed.thread.any();
      while (begun.type !== 'run' || begun.run.source.samples !== 10) begun = await followed.thread.any();
      await assertAsReopened(begun.run, path, false);
    });
  }

  it('says so when it is gone, and shows it again when it is back', async () => {
    const path = folder.write('gone.jsonl', samples(0, 20));
    await followed.open(path);
    rmSync(path);
    const failed = await followed.thread.next('failed');
    assert.equal(failed.request, null);
    assert.match(failed.message, /No such file/);
    writeFileSync(path, samples(0, 30));
    assert.equal((await followed.next()).source.samples, 30);
  });

  it('shows a log that was empty when it was opened, once something is in it', async () => {
    const path = folder.write('empty.jsonl', '');
    followed.start(path);
    assert.match((await followed.thread.next('failed')).message, /empty/);
    writeFileSync(path, samples(0, 7));
    assert.equal((await followed.next()).source.samples, 7);
  });

  it('takes in new shards of a folder, and what is added to any of them', async function () {
    this.timeout(60_000);
    mkdirSync(folder.path('shards'));
    folder.write('shards/rank0.jsonl', large);
    folder.write('shards/rank1.jsonl', samples(LARGE, LARGE + 50));
    await followed.open(folder.path('shards'));
    folder.write('shards/rank2.jsonl', samples(LARGE + 50, LARGE + 80));
    let run = await followed.next();
    while (run.source.samples !== LARGE + 80) run = await followed.next();
    appendFileSync(folder.path('shards/rank0.jsonl'), samples(LARGE + 80, LARGE + 100));
    run = await followed.next();
    assert.equal(run.source.samples, LARGE + 100);
    assert.deepEqual([...run.columns.n], Array.from({ length: 50 }, () => (LARGE + 100) / 50));
    assert.deepEqual([...run.columns.c], run.columns.id.map((_, prompt) => Array.from({ length: (LARGE + 100) / 50 }, (_each, j) => j * 50 + prompt).filter((i) => i % 3 === 0).length));
    followed.thread.send({ type: 'searchText', request: 5, text: `Answer ${LARGE + 99} ` });
    const { hits } = await followed.thread.next('hits');
    followed.thread.send({ type: 'readSample', request: 6, sample: hits.samples[0] });
    assert.match((await followed.thread.next('sample')).texts.response ?? '', new RegExp(`^Answer ${LARGE + 99} `));
  });

  it('reads a packed log anew when it has come to rest', async function () {
    this.timeout(60_000);
    const path = folder.write('packed.jsonl.gz', gzipSync(samples(0, 100)));
    await followed.open(path);
    appendFileSync(path, gzipSync(samples(100, 250)));
    let run = await followed.next();
    while (run.source.samples !== 250) run = await followed.next();
    await assertAsReopened(run, path, false);
  });

  it('works out gradients anew when they are added, inline or beside it', async function () {
    this.timeout(60_000);
    const { records, vectors } = gradientLog();
    const all = records.map((record, i) => ({ ...record, score_grad: vectors[i] }));
    const path = folder.write('inline.jsonl', lines(all.slice(0, 150)));
    const first = await followed.open(path);
    assert.notEqual(first.columns.gradients, null);
    appendFileSync(path, lines(all.slice(150)));
    let run = await followed.next();
    while (run.source.samples !== all.length) run = await followed.next();
    await assertAsReopened(run, path, true);
  });

  it('shows nothing new where only the time of the file changes', async () => {
    const path = folder.write('touched.jsonl', large);
    await followed.open(path);
    const time = new Date(Date.now() + 60_000);
    utimesSync(path, time, time);
    appendFileSync(path, samples(LARGE, LARGE + 1));
    assert.equal((await followed.next()).source.samples, LARGE + 1);
    assert.equal(followed.thread.heard.filter(({ type }) => type === 'run').length, 2);
  });

  it('reads no more than was added', async function () {
    this.timeout(60_000);
    const path = folder.path('costly.jsonl');
    writeFileSync(path, '');
    for (let i = 0; i < 20; i++) appendFileSync(path, samples(i * LARGE, (i + 1) * LARGE, 4000));
    assert.ok(statSync(path).size > 100e6);
    await followed.open(path);
    // Spoilt far from where it grows: a reading of the whole would stumble over it.
    const file = openSync(path, 'r+');
    writeSync(file, '#'.repeat(1000), 50e6);
    closeSync(file);
    appendFileSync(path, samples(20 * LARGE, 20 * LARGE + 5));
    const run = await followed.next();
    assert.deepEqual([run.source.samples, run.source.malformedCount], [20 * LARGE + 5, 0]);
  });

  it('is let alone where it is not to be followed', async () => {
    const path = folder.write('alone.jsonl', samples(0, 10));
    followed.start(path, false);
    assert.equal((await followed.thread.next('run')).run.following, undefined);
    appendFileSync(path, samples(10, 20));
    followed.thread.send({ type: 'chooseRun', run: '' });
    assert.equal((await followed.next()).source.samples, 10);
  });
});
