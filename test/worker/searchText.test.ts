import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { TextHits } from '../../src/protocol/messages';
import { seededRandom } from '../bench/seededRandom';
import { temporaryFolder } from './temporaryFolder';
import { WorkerThread } from './workerThread';

interface Sample {
  readonly prompt_id: string;
  readonly correct: boolean;
  readonly prompt: string;
  readonly response: string;
  readonly note?: string;
}

/** JSON as programs write it that differ in what they escape. */
const writers: readonly (readonly [name: string, write: (value: unknown) => string])[] = [
  ['as it is', (value) => JSON.stringify(value)],
  ['in ASCII, as Python does', (value) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)],
  ['in ASCII, with capital digits', (value) => JSON.stringify(value).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)],
  ['with escaped slashes, as PHP does', (value) => JSON.stringify(value).replaceAll('/', '\\/')],
  ['guarded against HTML, as Go does', (value) => JSON.stringify(value).replace(/[<>&]/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`)],
  ['with line breaks as \\u000a', (value) => JSON.stringify(value).replaceAll('\\n', '\\u000a')],
];

const WORDS = ['triangle', 'Triangle', 'TRIANGLE', 'é', 'É', 'naïve', '😀', 'a/b', '<b>&c', 'say "so"', 'back\\slash', 'one\ntwo', 'tri', 'angle', '.*', 'ß'];

/** Every word in some responses and prompts, and everywhere else in a record as well. */
function samples(): Sample[] {
  return Array.from({ length: 240 }, (_, i) => ({
    prompt_id: `p${i % 20}`, correct: i % 3 === 0,
    prompt: i % 20 < WORDS.length ? `Question ${i % 20}: ${WORDS[i % 20]}?` : `Question ${i % 20}`,
    response: `Answer ${i} ${i % 5 === 0 ? '' : `x${WORDS[(i * 7) % WORDS.length]}y`} ${'filler '.repeat(i % 13)}`,
    note: WORDS.join(' '), triangle: 'a key',
  }));
}

/** What a search must find, by the texts themselves: "prompt id/response" and "prompt id/". */
function truth(all: readonly Sample[], text: string, caseSensitive: boolean): string[] {
  const fold = (value: string) => (caseSensitive ? value : value.toLowerCase());
  const found = new Set<string>();
  for (const { prompt_id, prompt, response } of all) {
    if (fold(prompt).includes(fold(text))) found.add(`${prompt_id}/`);
    if (fold(response).includes(fold(text))) found.add(`${prompt_id}/${response}`);
  }
  return [...found].sort();
}

describe('the search of a log\'s texts', () => {
  const folder = temporaryFolder();
  const all = samples();
  let thread: WorkerThread;
  let ids: readonly string[] = [];

  before(() => WorkerThread.build());
  afterEach(() => thread.end());

  async function open(path: string): Promise<void> {
    thread = new WorkerThread([path]);
    ids = (await thread.next('run')).run.columns.id;
  }

  async function hitsOf(text: string, caseSensitive: boolean): Promise<TextHits[]> {
    thread.send({ type: 'searchText', request: 9, text, caseSensitive });
    const hits: TextHits[] = [];
    for (;;) {
      const message = await thread.next('hits');
      assert.equal(message.request, 9);
      hits.push(message.hits);
      if (message.hits.done) return hits;
    }
  }

  /** As `truth` has it, by the texts of samples in the order of the log. */
  async function found(text: string, caseSensitive: boolean, order: readonly Sample[] = all): Promise<string[]> {
    const hits = await hitsOf(text, caseSensitive);
    const last = hits.at(-1);
    assert.ok(last && last.scannedBytes === last.totalBytes && last.passedOver === 0);
    return hits.flatMap(({ prompts, samples: numbers }) => Array.from(prompts, (row, hit) => {
      const sample = order[numbers[hit]];
      if (numbers[hit] >= 0) assert.equal(sample?.prompt_id, ids[row]);
      return `${ids[row]}/${numbers[hit] < 0 ? '' : sample?.response}`;
    })).sort();
  }

  for (const [name, write] of writers) {
    it(`finds what is in responses and prompts and nowhere else, written ${name}`, async () => {
      await open(folder.write('spelled.jsonl', all.map((sample) => `${write(sample)}\n`).join('')));
      for (const text of [...WORDS, 'n', 'xone\n', 'not there', 'Answer 7', 'Question 1']) {
        assert.deepEqual(await found(text, true), truth(all, text, true), JSON.stringify(text));
        // German ß has a capital of two letters, which is another word.
        if (text !== 'ß') assert.deepEqual(await found(text, false), truth(all, text, false), `${JSON.stringify(text)} in either case`);
      }
    });
  }

  it('finds what parsing every line finds, in random records over several blocks', async function () {
    this.timeout(60_000);
    const random = seededRandom(5);
    const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
    const parts = [...WORDS, ' ', 'n', 'u00', '\u0001', 'the', 'The', '\\', '"', 'response":"'];
    const some = (most: number) => Array.from({ length: Math.floor(random() * most) }, () => any(parts)).join('');
    const lines: string[] = [];
    const parsed: Sample[] = [];
    for (let i = 0; i < 4000; i++) {
      // Members in any order, one of them twice: the last one counts.
      const members = [['prompt_id', `p${i % 50}`], ['correct', random() < 0.5], ['prompt', `About ${i % 50}`], ['response', `${i}: ${some(any([5, 50, 1500]))}`], ['note', some(20)], [any(['response', 'note']), `${i}: ${some(50)}`]] as const;
      const write = any(writers)[1];
      const line = `{${[...members].sort(() => random() - 0.5).map(([key, value]) => `${random() < 0.1 ? write(key).replace('r', '\\u0072') : write(key)}${any([':', ' : '])}${write(value)}`).join(any([',', ', ']))}}`;
      lines.push(line + any(['\n', '\r\n', ' \n\n']), any(['', '', '', 'the broken triangle\n']));
      parsed.push(JSON.parse(line) as Sample);
    }
    const log = lines.join('');
    assert.ok(Buffer.byteLength(log) > 5 << 20, 'several blocks');
    const path = folder.write('random.jsonl', log);
    await open(path);
    let hits = 0;
    for (let turn = 0; turn < 30; turn++) {
      const text = `${any(parts)}${turn % 2 === 0 ? any(parts) : ''}`;
      for (const caseSensitive of text.includes('ß') ? [true] : [true, false]) {
        const expected = truth(parsed, text, caseSensitive);
        assert.deepEqual(await found(text, caseSensitive, parsed), expected, `${JSON.stringify(text)}, ${caseSensitive ? 'as written' : 'in either case'}`);
        hits += expected.length;
      }
    }
    assert.ok(hits > 10_000, `${hits} hits`);
  });

  it('finds the same in packed logs, one document and lists of samples', async () => {
    const lines = all.map((sample) => `${JSON.stringify(sample)}\n`).join('');
    const lists = Array.from({ length: 20 }, (_, p) => all.filter(({ prompt_id }) => prompt_id === `p${p}`));
    const listed = lists.map((list) => JSON.stringify({ prompt_id: list[0].prompt_id, prompt: list[0].prompt, response: list.map(({ response }) => response), correct: list.map(({ correct }) => correct) }));
    for (const [path, order] of [
      [folder.write('packed.jsonl.gz', gzipSync(lines)), all],
      [folder.write('document.json', JSON.stringify(all, null, 2)), all],
      [folder.write('array.jsonl', JSON.stringify(all)), all],
      [folder.write('lists.jsonl', `${listed.join('\n')}\n`), lists.flat()],
    ] as const) {
      await open(path);
      for (const text of ['triangle', 'É', 'say "so"', 'not there']) assert.deepEqual(await found(text, false, order), truth(all, text, false), `${text} in ${path}`);
      await thread.end();
    }
  });

  it('finds what lies on either side of every border of blocks, in plain and packed files', async function () {
    this.timeout(60_000);
    // About 7 MB in records of 1 to 300 KB, and one of 5 MB, each with a word of its own.
    const long = Array.from({ length: 60 }, (_, i) => ({ prompt_id: `q${i}`, correct: true, prompt: 'p', response: `first${i}. ${'z'.repeat(i === 30 ? 5_000_000 : (i * 5171) % 300_000)} last${i}.` }));
    const text = long.map((record) => `${JSON.stringify(record)}\n`).join('broken line\n\n');
    for (const path of [folder.write('long.jsonl', text), folder.write('long.jsonl.gz', gzipSync(text))]) {
      await open(path);
      for (let i = 0; i < long.length; i += 1) {
        for (const word of [`first${i}.`, `last${i}.`]) {
          const hits = await hitsOf(word, true);
          assert.deepEqual(hits.flatMap(({ prompts }) => [...prompts]), [i], `${word} in ${path}`);
        }
      }
      assert.equal((await hitsOf('ZZ', false)).flatMap(({ prompts }) => [...prompts]).length, 59);
      await thread.end();
    }
  });

  it('looks into all files of a run, and into no other run', async () => {
    const two = (run: string) => all.map((sample) => `${JSON.stringify({ ...sample, run })}\n`).join('');
    const first = folder.write('a.jsonl', two('one') + two('two'));
    const second = folder.write('b.jsonl', two('two'));
    thread = new WorkerThread([first, second]);
    ids = (await thread.next('run')).run.columns.id;
    const before = (await hitsOf('triangle', true)).flatMap(({ samples: numbers }) => [...numbers].filter((sample) => sample >= 0));
    assert.ok(before.length > 0 && before.every((sample) => sample < 240), before.join());
    thread.send({ type: 'chooseRun', run: 'two' });
    await thread.next('run');
    const after = (await hitsOf('triangle', true)).flatMap(({ samples: numbers }) => [...numbers].filter((sample) => sample >= 0));
    assert.deepEqual(after, [...before.map((sample) => sample + 240), ...before.map((sample) => sample + 480)]);
  });

  it('tells of hits as they come, at most ten times a second, and stops when told to', async function () {
    this.timeout(60_000);
    const path = folder.path('large.jsonl');
    // Thoughts beside a response must be parsed: the search takes long enough to be stopped.
    const records = Array.from({ length: 2000 }, (_, i) => `${JSON.stringify({ prompt_id: `p${i % 50}`, sample: i, correct: i % 2 === 0, reasoning_content: 'thought', response: `triangle ${'words of a response, '.repeat(40)}` })}\n`).join('');
    for (let i = 0; i < 120; i++) appendFileSync(path, records.replaceAll('"prompt_id":"p', `"prompt_id":"q${i}-`));
    await open(path);
    const from = thread.heard.length;
    const started = performance.now();
    thread.send({ type: 'searchText', request: 1, text: 'TRIANGLE' });
    const first = await thread.next('hits');
    assert.ok(!first.hits.done && first.hits.prompts.length > 0 && first.hits.scannedBytes < first.hits.totalBytes);
    const stopped = performance.now();
    thread.send({ type: 'stopSearch', request: 1 });
    let last = await thread.next('hits');
    while (!last.hits.done) last = await thread.next('hits');
    const waited = performance.now() - stopped;
    assert.ok(last.hits.scannedBytes < last.hits.totalBytes, 'it stopped before its end');
    // Time enough for a machine that is busy with other tests.
    assert.ok(waited < 10_000, `stopped after ${waited.toFixed(0)} ms`);
    const told = thread.heard.slice(from).filter(({ type }) => type === 'hits').length;
    assert.ok(told <= 2 + (performance.now() - started) / 100, `${told} messages`);
    thread.send({ type: 'readPrompt', request: 2, prompt: 0 });
    assert.equal((await thread.next('prompt')).request, 2);
  });

  it('looks only into the samples that are new, and into prompts that are', async () => {
    const half = all.slice(0, 130);
    const later = [...all.slice(130), { prompt_id: 'new', correct: true, prompt: 'A triangle?', response: 'no' }, { prompt_id: 'new', correct: true, prompt: 'A triangle?', response: 'a triangle' }];
    await open(folder.write('later.jsonl', [...half, ...later].map((sample) => `${JSON.stringify(sample)}\n`).join('')));
    thread.send({ type: 'searchText', request: 4, text: 'triangle', fromSample: 130 });
    const { hits } = await thread.next('hits');
    const expected = [...half, ...later].flatMap(({ response }, sample) => (sample >= 130 && /triangle/i.test(response) ? [sample] : []));
    assert.ok(hits.done && expected.length > 3);
    assert.deepEqual([...hits.samples].filter((sample) => sample >= 0), expected);
    assert.deepEqual([...hits.prompts].filter((_, hit) => hits.samples[hit] < 0).map((row) => ids[row]), ['new']);
  });

  it('refuses to look for nothing', async () => {
    await open(folder.write('nothing.jsonl', `${JSON.stringify(all[0])}\n`));
    thread.send({ type: 'searchText', request: 3, text: '' });
    const failed = await thread.next('failed');
    assert.deepEqual([failed.request, failed.message], [3, 'There is no text to look for.']);
  });
});
