import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { RunDocument } from '../../src/host/runDocument';
import { runPaths } from '../../src/host/runUri';
import type { RunOptions } from '../../src/protocol/messages';
import { fixtureLog } from './fixtureLog';
import { Listener } from './listener';
import { Threads } from './threads';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const workerFile = join(extension.extensionPath, 'dist', 'worker.js');
const options: RunOptions = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} };

/** More requests than a thread can answer before it is ended. */
const MANY = 500;

function askMuch(document: RunDocument, view: Listener): void {
  for (let request = 0; request < MANY; request++) document.ask(view, { type: 'readPrompt', request, prompt: request % 4 });
}

/** Each request has one answer, and the last of them is that it failed, with a retry. */
function assertAllAnswered(view: Listener): void {
  const answers = view.messages.filter((message) => (message.type === 'prompt' || message.type === 'failed') && message.request !== null);
  const requests = answers.map((message) => ('request' in message ? Number(message.request) : NaN)).sort((a, b) => a - b);
  assert.deepEqual(requests, Array.from({ length: MANY }, (_, request) => request));
  const last = answers.find((message) => 'request' in message && message.request === MANY - 1);
  assert.ok(last?.type === 'failed' && last.retry);
}

describe('RunDocument', () => {
  let folder: string;
  let threads: Threads;
  const open: RunDocument[] = [];

  function documentOf(path: string): RunDocument {
    const uri = vscode.Uri.file(path);
    const document = new RunDocument(uri, workerFile, () => ({ paths: runPaths(uri), options }));
    open.push(document);
    return document;
  }

  function logDocument(): RunDocument {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    return documentOf(path);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-host-'));
    threads = new Threads();
  });
  afterEach(() => {
    for (const document of open.splice(0)) document.dispose();
    threads.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the run in every view, also in one that comes late', async () => {
    const document = logDocument();
    const first = new Listener();
    document.attach(first);
    const { run } = await first.heard('run');
    assert.deepEqual(run.columns.id, ['p0', 'p1', 'p2', 'p3']);
    assert.deepEqual([...run.columns.c], [0, 1, 2, 4]);
    assert.equal(run.defaults.k, 2);
    assert.equal(document.run, run);

    const late = new Listener();
    document.attach(late);
    assert.deepEqual(late.messages, [{ type: 'run', run }]);
    assert.equal(threads.all.length, 1);
  });

  it('answers each view under the number that it gave its request', async () => {
    const document = logDocument();
    const [one, other] = [new Listener(), new Listener()];
    document.attach(one);
    document.attach(other);
    await one.heard('run');
    document.ask(one, { type: 'readPrompt', request: 7, prompt: 1 });
    document.ask(other, { type: 'readPrompt', request: 7, prompt: 2 });
    const [answer, otherAnswer] = [await one.heard('prompt'), await other.heard('prompt')];
    assert.deepEqual([answer.request, answer.detail.id], [7, 'p1']);
    assert.deepEqual([otherAnswer.request, otherAnswer.detail.id], [7, 'p2']);
    assert.equal([...one.messages, ...other.messages].filter(({ type }) => type === 'prompt').length, 2);
  });

  it('answers a view what it asked to have worked out, and ends it when the view no longer wants it', async () => {
    const document = logDocument();
    const view = new Listener();
    document.attach(view);
    await view.heard('run');
    document.ask(view, { type: 'analyse', request: 31, analysis: { kind: 'partners', prompt: 0, count: 1 } });
    const failed = await view.heard('failed');
    assert.equal(failed.request, 31);
    assert.match(failed.message, /no gradients/);
    document.stop(view, 31);
    document.ask(view, { type: 'readPrompt', request: 32, prompt: 0 });
    assert.equal((await view.heard('prompt')).request, 32);
  });

  it('ends its thread when it is disposed', async () => {
    const document = logDocument();
    const thread = await threads.started(0);
    await threads.message(thread, 'run');
    document.dispose();
    await threads.ended(thread);
    assert.equal(thread.worker.threadId, -1);
  });

  it('says so with a retry, and answers what was asked, when its thread is killed', async () => {
    const document = logDocument();
    const [one, other] = [new Listener(), new Listener()];
    document.attach(one);
    document.attach(other);
    await one.heard('run');
    const thread = await threads.started(0);
    askMuch(document, one);
    await thread.worker.terminate();
    assertAllAnswered(one);
    const itself = one.messages.filter((message) => message.type === 'failed' && message.request === null);
    assert.deepEqual(itself.map((message) => message.type === 'failed' && message.retry), [true]);
    assert.deepEqual(other.messages.filter(({ type }) => type === 'failed'), itself);

    document.ask(one, { type: 'readPrompt', request: MANY, prompt: 0 });
    const last = one.messages.at(-1);
    assert.ok(last?.type === 'failed' && last.request === MANY && last.retry);

    const late = new Listener();
    document.attach(late);
    assert.deepEqual(late.messages.map(({ type }) => type), ['run', 'failed']);
  });

  it('reads again when told to, and then answers again', async () => {
    const document = logDocument();
    const view = new Listener();
    document.attach(view);
    await view.heard('run');
    await (await threads.started(0)).worker.terminate();
    const before = view.messages.length;
    document.restart();
    await view.heard('run', before);
    document.ask(view, { type: 'readPrompt', request: 1, prompt: 3 });
    assert.equal((await view.heard('prompt')).detail.id, 'p3');
    assert.equal(threads.all.length, 2);

    const late = new Listener();
    document.attach(late);
    assert.deepEqual(late.messages.map(({ type }) => type), ['run']);
  });

  it('ends the old thread, and fails what it was asked, when it is told to read again', async () => {
    const document = logDocument();
    const view = new Listener();
    document.attach(view);
    await view.heard('run');
    askMuch(document, view);
    document.restart();
    assertAllAnswered(view);
    await threads.ended(await threads.started(0));
    assert.ok(view.messages.every((message) => message.type !== 'failed' || message.request !== null), 'the run itself did not fail');
  });

  it('reads again for changed settings only when they really are others', async () => {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    let k = 2;
    const document = new RunDocument(vscode.Uri.file(path), workerFile, () => ({ paths: [path], options: { ...options, k } }));
    open.push(document);
    const view = new Listener();
    document.attach(view);
    await view.heard('run');
    document.settingsChanged();
    assert.equal(threads.all.length, 1);
    k = 3;
    const before = view.messages.length;
    document.settingsChanged();
    assert.equal((await view.heard('run', before)).run.defaults.k, 3);
    assert.equal(threads.all.length, 2);
  });

  it('forgets a failure once a run is there again', async () => {
    const path = join(folder, 'two.jsonl');
    writeFileSync(path, ['first', 'second'].map((run) => `{"prompt_id":"a","run":"${run}","correct":true}\n`).join(''));
    const document = documentOf(path);
    const view = new Listener();
    document.attach(view);
    assert.deepEqual((await view.heard('run')).run.source.runs, ['first', 'second']);
    document.order({ type: 'chooseRun', run: 'no such run' });
    assert.equal((await view.heard('failed')).request, null);
    const before = view.messages.length;
    document.order({ type: 'chooseRun', run: 'second' });
    assert.equal((await view.heard('run', before)).run.source.run, 'second');
    const late = new Listener();
    document.attach(late);
    assert.deepEqual(late.messages.map(({ type }) => type), ['run']);
  });

  it('reports a worker that cannot start', async () => {
    const document = new RunDocument(vscode.Uri.file(join(folder, 'log.jsonl')), join(folder, 'no-such-worker.js'), () => ({ paths: [], options }));
    open.push(document);
    const view = new Listener();
    document.attach(view);
    const failed = await view.heard('failed');
    assert.deepEqual([failed.request, failed.retry], [null, true]);
    assert.match(failed.message, /no-such-worker/);
  });

  it('tells a hidden view nothing, and all when it is back', async () => {
    const document = logDocument();
    const view = new Listener();
    document.attach(view);
    await view.heard('run');
    document.detach(view);
    const before = view.messages.length;
    const thread = await threads.started(0);
    await thread.worker.terminate();
    assert.equal(view.messages.length, before);
    document.attach(view);
    assert.deepEqual(view.messages.slice(before).map(({ type }) => type), ['run', 'failed']);
  });

  it('opens a wanted prompt once, in the active view, as soon as the run is read', async () => {
    const document = logDocument();
    const [active, inactive] = [new Listener(true), new Listener(false)];
    document.show({ id: 'p2', k: null });
    document.attach(inactive);
    document.attach(active);
    assert.deepEqual(await active.heard('showPrompt'), { type: 'showPrompt', id: 'p2', k: null });
    const types = active.messages.map(({ type }) => type);
    assert.ok(types.indexOf('run') < types.indexOf('showPrompt'));
    assert.ok(inactive.messages.every(({ type }) => type !== 'showPrompt'));
    const again = new Listener(true);
    document.attach(again);
    assert.ok(again.messages.every(({ type }) => type !== 'showPrompt'));
  });

  it('refuses what is not on a disk, without a retry', () => {
    const document = new RunDocument(vscode.Uri.parse('untitled:log.jsonl'), workerFile, () => ({ paths: [], options }));
    open.push(document);
    const view = new Listener();
    document.attach(view);
    assert.deepEqual(view.messages.map((message) => message.type === 'failed' && [message.request, message.retry]), [[null, false]]);
    assert.equal(threads.all.length, 0);
  });

  for (const [name, make, sentence] of [
    ['a folder without logs', (path: string) => mkdirSync(path), /^No evaluation log in the folder /],
    ['a file of 0 bytes', (path: string) => writeFileSync(path, ''), /empty/],
    ['a binary file', (path: string) => writeFileSync(path, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197) % 256))), /is binary, not text/],
    ['a file that is not there', () => undefined, /No such file/],
  ] as const) {
    it(`says in a sentence what is wrong with ${name}`, async () => {
      const path = join(folder, 'bad.jsonl');
      make(path);
      const view = new Listener();
      const document = documentOf(path);
      document.attach(view);
      const failed = await view.heard('failed');
      assert.equal(failed.request, null);
      assert.match(failed.message, sentence);
      assert.doesNotMatch(failed.message, /\n| at .*\.js/, 'a sentence, not a stack');
    });
  }
});
