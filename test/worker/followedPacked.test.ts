import assert from 'node:assert/strict';
import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { RunSnapshot } from '../../src/protocol/messages';
import { FollowedThread } from './followedThread';
import { temporaryFolder } from './temporaryFolder';
import { zstdFrame } from './zstdFrame';

function samples(from: number, to: number, id = 'p'): Buffer {
  return Buffer.from(Array.from({ length: to - from }, (_, at) => `${JSON.stringify({ prompt_id: `${id}${(from + at) % 10}`, correct: (from + at) % 3 === 0, response: `Answer ${from + at}` })}\n`).join(''));
}

const DAMAGED = /is read only up to where it is damaged/;

for (const [ending, pack] of [['gz', gzipSync], ['zst', zstdFrame]] as const) describe(`a .${ending} log that is followed`, () => {
  const folder = temporaryFolder();
  const followed = new FollowedThread();

  /** The next reading with so many samples; what is read before it may be of a file that is half written. */
  async function until(count: number): Promise<RunSnapshot> {
    for (;;) {
      const message = await followed.thread.any();
      if (message.type === 'run' && !message.run.partial && message.run.source.samples === count) return message.run;
    }
  }

  const isDamaged = ({ source: { notes = [] } }: RunSnapshot): boolean => notes.some((note) => DAMAGED.test(note));

  it('is read anew when a part is added, and says nothing is wrong', async () => {
    const path = folder.write(`grows.jsonl.${ending}`, pack(samples(0, 100)));
    await followed.open(path);
    appendFileSync(path, pack(samples(100, 150)));
    const run = await until(150);
    assert.equal(isDamaged(run), false);
    assert.deepEqual([run.source.malformedCount, run.columns.n.reduce((sum, n) => sum + n)], [0, 150]);
  });

  it('says that its last part is not whole, and no longer when it is', async () => {
    const [first, second] = [pack(samples(0, 100)), pack(samples(100, 150))];
    const path = folder.write(`half.jsonl.${ending}`, Buffer.concat([first, second.subarray(0, 12)]));
    const half = await followed.open(path);
    assert.deepEqual([half.source.samples, isDamaged(half)], [100, true]);
    appendFileSync(path, second.subarray(12));
    assert.equal(isDamaged(await until(150)), false);
  });

  it('is read anew when it is cut, replaced, written over and rotated', async function () {
    this.timeout(60_000);
    const first = pack(samples(0, 100));
    const path = folder.write(`other.jsonl.${ending}`, Buffer.concat([first, pack(samples(100, 150))]));
    await followed.open(path);
    truncateSync(path, first.length);
    assert.equal((await until(100)).continues ?? false, false);
    folder.write('new', pack(samples(0, 120, 'q')));
    renameSync(folder.path('new'), path);
    assert.ok((await until(120)).columns.id.every((id) => id.startsWith('q')));
    writeFileSync(path, pack(samples(0, 90, 'r')));
    assert.ok((await until(90)).columns.id.every((id) => id.startsWith('r')));
    renameSync(path, folder.path('old'));
    writeFileSync(path, pack(samples(0, 7, 's')));
    assert.deepEqual((await until(7)).columns.id, ['s0', 's1', 's2', 's3', 's4', 's5', 's6']);
    followed.thread.send({ type: 'readSample', request: 1, sample: 6 });
    assert.equal((await followed.thread.next('sample')).texts.response, 'Answer 6');
  });
});
