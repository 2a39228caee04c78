import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { sniffLogs } from '../../src/worker/sniffLogs';
import { temporaryFolder } from './temporaryFolder';

const log = `${JSON.stringify({ prompt_id: 'a', correct: true, response: 'x' })}\n`;
const chat = `${JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }, { role: 'assistant', content: 'Hi' }] })}\n`;

describe('sniffLogs', () => {
  const folder = temporaryFolder();
  const cases: readonly (readonly [what: string, name: string, content: string | Uint8Array, isLog: boolean])[] = [
    ['a log', 'a.jsonl', log, true],
    ['a log of many megabytes, of which it reads the beginning', 'large.jsonl', log.repeat(100_000), true],
    ['a log whose first line is broken', 'broken.jsonl', `{"prompt_id": "a", "corr\n${log.repeat(3)}`, true],
    ['a first record that is longer than it reads, which nothing can be said of', 'long.jsonl', `{"prompt_id":"a","response":"${'x'.repeat(1 << 17)}","correct":true}\n`, true],
    ['a packed file, by its name', 'a.jsonl.gz', gzipSync(chat), true],
    ['training data', 'chat.jsonl', chat.repeat(50), false],
    ['an empty file', 'empty.jsonl', '', false],
    ['a file of text', 'text.jsonl', 'once upon a time\n', false],
  ];
  for (const [what, name, content, isLog] of cases) {
    it(`says ${isLog ? 'yes' : 'no'} to ${what}`, async () => {
      assert.deepEqual(await sniffLogs([folder.write(name, content)]), [isLog]);
    });
  }

  it('answers in the order it is asked, and says no to what is not there or is a folder', async () => {
    folder.write('yes.jsonl', log);
    assert.deepEqual(await sniffLogs([folder.path('gone.jsonl'), folder.path('yes.jsonl'), folder.path('.')]), [false, true, false]);
  });
});
