import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import type { ToView } from '../../src/protocol/messages';
import { pseudoTranslations, untranslated } from '../texts/pseudoLanguage';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

/** Two solved prompts of twelve samples, one of none: too few to extrapolate with. */
const records = ['p1', 'p2', 'p3'].flatMap((id, prompt) => Array.from({ length: 12 }, (_, at) => JSON.stringify({ prompt_id: id, correct: prompt < 2 && at % 3 === 0, score: at })));

describe('the worker thread, in another language', () => {
  const folder = temporaryFolder();
  const translations = pseudoTranslations();
  let thread: WorkerThread;

  before(() => WorkerThread.build());
  afterEach(() => thread.end());

  it('says why lines could not be read, and what must be known of a log, in that language alone', async () => {
    const bad = ['{"prompt_id":"p1"}', 'no JSON', '{"prompt_id":"p1","correct":"perhaps"}', '{"prompt_id":"p4","correct":tr'];
    const path = folder.write('run.jsonl', [...records, ...bad].join('\n'));
    thread = new WorkerThread([path, folder.write('broken.jsonl.gz', gzipSync('{').subarray(0, 9))], { k: 64, translations });
    const { run } = await thread.next('run');
    const reasons = (run.source.malformed ?? []).map(({ reason }) => reason);
    const notes = run.source.notes ?? [];
    assert.equal(reasons.length, 3, reasons.join('\n'));
    assert.ok(notes.some((note) => note.includes('⟦: unknown, since no prompt has more than ⟧')), notes.join('\n'));
    assert.ok(notes.some((note) => note.includes('⟦, which is no known verdict')), notes.join('\n'));
    assert.ok(notes.some((note) => note.includes('⟦Left out: ⟧')), notes.join('\n'));
    const data = new Set(['correct', 'perhaps', 'pass', 'broken', 'jsonl', 'gz', 'gzip', ...path.match(/\p{L}[\p{L}'’-]+/gu) ?? []]);
    // What the unpacker says of broken data is not ours to translate.
    const words = [...reasons, ...notes].flatMap((text) => untranslated(text.replace(/unexpected end of file/i, ''))).filter((word) => !data.has(word));
    assert.deepEqual(words, []);
  });

  const refused = [
    ['empty.jsonl', ''],
    ['page.jsonl', '<!doctype html><p>'],
    ['plain.jsonl', 'step,loss\n1,2\n'],
    ['fields.jsonl', '{"aa":1,"bb":2}\n'],
    ['lists.json', '[["a","b"],["c"]]'],
    ['packed.jsonl', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])],
  ] as const;
  for (const [name, content] of refused) {
    it(`refuses ${name} in that language`, async () => {
      thread = new WorkerThread([folder.write(name, content)], { translations });
      const { message } = await thread.next('failed');
      const left = untranslated(message.replace(folder.path(name), '')).filter((word) => !['aa', 'bb'].includes(word));
      assert.deepEqual(left, [], message);
    });
  }

  it('says what cannot be answered in that language', async () => {
    thread = new WorkerThread([folder.write('ask.jsonl', records.join('\n'))], { translations });
    await thread.next('run');
    const failed: ToView[] = [];
    thread.send({ type: 'readPrompt', request: 1, prompt: 99 });
    failed.push(await thread.next('failed'));
    thread.send({ type: 'analyse', request: 2, analysis: { kind: 'partners', prompt: 0, count: 3 } });
    failed.push(await thread.next('failed'));
    thread.send({ type: 'searchText', request: 3, text: '' });
    failed.push(await thread.next('failed'));
    thread.send({ type: 'export', request: 4, question: { kind: 'summary', as: 'markdown', options: { title: '7', version: '1', language: 'xx', k: 4, hardBelow: 0.1, easyAbove: 0.85 } } });
    const { answer } = await thread.next('exported');
    const texts = [...failed.flatMap((message) => (message.type === 'failed' ? [message.message] : [])), answer.kind === 'summary' ? answer.text : ''];
    assert.equal(texts.length, 4);
    const data = ['ask', 'jsonl', 'pass', 'SHA-'];
    assert.deepEqual(texts.flatMap((text) => untranslated(text.replace(/\b[0-9a-f]{64}\b/, ''))).filter((word) => !data.includes(word)), [], texts.join('\n'));
  });

  it('stays English without translations', async () => {
    thread = new WorkerThread([folder.write('none.jsonl', '')]);
    assert.match((await thread.next('failed')).message, /The file is empty\./);
  });
});
