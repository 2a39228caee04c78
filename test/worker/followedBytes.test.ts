import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { FollowedThread } from './followedThread';
import { temporaryFolder } from './temporaryFolder';

const COUNTER = '/proc/self/io';
const ADDED = 20;

function records(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `${JSON.stringify({ prompt_id: `p${(from + at) % 40}`, correct: at % 3 === 0, response: `Answer ${from + at} ${'x'.repeat(1000)}` })}\n`).join('');
}

/** Bytes that this process, its threads among it, has read so far, as the system counts them. */
function bytesRead(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync(COUNTER, 'latin1'))?.[1]);
}

if (existsSync(COUNTER)) describe('following a log', () => {
  const folder = temporaryFolder();
  const followed = new FollowedThread();

  for (const count of [300, 3000, 30_000]) {
    it(`reads no more than what was added, and a little, of a log of ${count} KB`, async function () {
      this.timeout(60_000);
      const path = folder.write(`grows${count}.jsonl`, records(0, count));
      assert.equal((await followed.open(path)).source.samples, count);
      let [samples, before] = [count, 0];
      for (let step = 0; step < 4; step++) {
        // The first time, it also loads its parts, and reads the end of the last line.
        if (step > 0) before = bytesRead();
        const added = records(samples, (samples += ADDED));
        appendFileSync(path, added);
        assert.equal((await followed.next()).source.samples, samples);
        if (step === 0) continue;
        const read = bytesRead() - before;
        // The lines twice, as their last end is looked for, and the ends of what was read before, at every look.
        assert.ok(read >= added.length && read < 3 * added.length + 60_000, `${read} bytes for ${added.length} of ${statSync(path).size}`);
      }
    });
  }
});
