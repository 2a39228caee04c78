import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { RunSnapshot } from '../../src/protocol/messages';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

const BLOCKS = 250;
const PROMPTS = 100;
const BLOCK_BYTES = 4 << 20;

/** One member of a gzip file, some megabytes unpacked: each prompt once, every third solved. */
function block(): Buffer {
  const filler = 'so that it takes a while to be read, '.repeat(Math.floor(BLOCK_BYTES / PROMPTS / 37));
  return gzipSync(Array.from({ length: PROMPTS }, (_, i) => `${JSON.stringify({ prompt_id: `p${i}`, correct: i % 3 === 0, prompt: `Question ${i}`, response: `Answer ${i} ${filler}` })}\n`).join(''));
}

describe('a run that is still being read', () => {
  const folder = temporaryFolder();
  let thread: WorkerThread;

  before(() => WorkerThread.build());
  afterEach(() => thread.end());

  it('is shown as far as it goes, rows staying what they are, and can be drilled into', async function () {
    this.timeout(120_000);
    // Members of a gzip file may follow each other: hundreds of megabytes that take no time to be made.
    thread = new WorkerThread([folder.write('slow.jsonl.gz', Buffer.concat(Array.from({ length: BLOCKS }, block)))]);
    const runs: RunSnapshot[] = [];
    let asked = false;
    let answered = false;
    for (;;) {
      const message = await thread.any();
      if (message.type === 'prompt') {
        assert.ok(runs.at(-1)?.partial, 'the answer came before the end of the reading');
        assert.deepEqual([message.detail.id, message.detail.text], ['p0', 'Question 0']);
        answered = true;
      }
      if (message.type !== 'run') continue;
      runs.push(message.run);
      if (!message.run.partial) break;
      if (!asked) thread.send({ type: 'readPrompt', request: 1, prompt: 0 });
      asked = true;
    }
    assert.ok(runs.length >= 3, `${runs.length} snapshots`);
    assert.ok(answered);
    assert.deepEqual(runs.map(({ partial }) => partial), runs.map((_, at) => at < runs.length - 1));
    for (const [at, { columns, source, headline }] of runs.entries()) {
      const earlier = runs[at - 1];
      assert.ok(earlier === undefined || source.samples > earlier.source.samples || at === runs.length - 1);
      // The first may come before each prompt has a sample.
      assert.ok(columns.id.length >= (earlier?.columns.id.length ?? 1) && columns.id.length <= PROMPTS);
      assert.deepEqual(columns.id, Array.from(columns.id, (_, i) => `p${i}`));
      assert.equal(columns.n.reduce((sum, n) => sum + n), source.samples);
      assert.deepEqual([...columns.c], Array.from(columns.n, (n, i) => (i % 3 === 0 ? n : 0)));
      assert.ok(headline.passAt1 !== null && Math.abs(headline.passAt1 - Math.ceil(columns.id.length / 3) / columns.id.length) < 1e-9);
    }
    assert.deepEqual([...(runs.at(-1)?.columns.n ?? [])], Array.from({ length: PROMPTS }, () => BLOCKS));
  });

  it('is not shown in parts where it is read at once', async () => {
    thread = new WorkerThread([folder.write('short.jsonl', '{"prompt_id":"a","correct":true}\n{"prompt_id":"a","correct":false}\n')]);
    await thread.next('run');
    assert.equal(thread.heard.filter(({ type }) => type === 'run').length, 1);
  });
});
