import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { RunDocument } from '../../src/host/runDocument';
import type { RunOptions } from '../../src/protocol/messages';
import { fixtureLog } from './fixtureLog';
import { Listener } from './listener';
import { Threads } from './threads';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const workerFile = join(extension.extensionPath, 'dist', 'worker.js');
const defaults: RunOptions = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} };

describe('RunDocument, of a log that is searched and followed', () => {
  let folder: string;
  let path: string;
  let threads: Threads;
  let open: RunDocument | null = null;

  function documentOf(options: Partial<RunOptions>): RunDocument {
    open = new RunDocument(vscode.Uri.file(path), workerFile, () => ({ paths: [path], options: { ...defaults, ...options } }));
    return open;
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-host-'));
    path = join(folder, 'log.jsonl');
    fixtureLog(path);
    threads = new Threads();
  });
  afterEach(() => {
    open?.dispose();
    threads.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('passes on where a text is found, message by message, to the view that asked', async () => {
    const document = documentOf({});
    const [one, other] = [new Listener(), new Listener()];
    document.attach(one);
    document.attach(other);
    await one.heard('run');
    document.ask(one, { type: 'searchText', request: 41, text: 'a' });
    const found = await one.heard('hits');
    assert.deepEqual([found.request, found.hits.done, found.hits.scannedBytes], [41, true, found.hits.totalBytes]);
    // What is over has nothing to be stopped.
    document.stop(one, 41);
    document.ask(one, { type: 'searchText', request: 42, text: '' });
    assert.equal((await one.heard('failed')).request, 42);
    assert.ok(other.messages.every(({ type }) => type !== 'hits' && type !== 'failed'));
  });

  it('shows in every view what is added to a log that it follows', async () => {
    const document = documentOf({ follow: true });
    const views = [new Listener(), new Listener()];
    for (const view of views) document.attach(view);
    const { run } = await views[0]!.heard('run');
    const before = views.map(({ messages }) => messages.length);
    appendFileSync(path, readFileSync(path, 'utf8').replaceAll('"prompt_id":"p', '"prompt_id":"q'));
    for (const [at, view] of views.entries()) {
      const more = await view.heard('run', before[at]);
      assert.deepEqual([more.run.source.samples, more.run.columns.id.length, more.run.continues], [2 * run.source.samples, 8, true]);
    }
    assert.equal(threads.all.length, 1);
  });
});
