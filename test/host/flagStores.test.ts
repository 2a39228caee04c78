import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionPlaces } from '../../src/host/flagHome';
import { FlaggedPrompts } from '../../src/host/flaggedPrompts';
import { FlagStore } from '../../src/host/flagStore';
import { FlagStores } from '../../src/host/flagStores';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');
const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');

const flagsFile = join(workspace.fsPath, '.passk', 'flags.jsonl');
const log = vscode.Uri.joinPath(workspace, 'runs', 'log.jsonl');
const flagged = (id: string, flag: string | null = 'negative-interference', note = '') => ({ prompt_id: id, flag, note, k: 8, weight: 2.5, agreement: -0.125 });

describe('FlagStores', () => {
  let elsewhere: string;
  let places: ExtensionPlaces;
  let stores: FlagStores;
  const states = (uri: vscode.Uri): [string, string][] => stores.forLog(uri).flags.map(({ prompt_id: id, flag }) => [id, flag]);

  beforeEach(() => {
    rmSync(dirname(flagsFile), { recursive: true, force: true });
    elsewhere = mkdtempSync(join(tmpdir(), 'passk-flags-'));
    places = { extensionUri: extension.extensionUri, globalStorageUri: vscode.Uri.file(join(elsewhere, 'storage')) };
    stores = new FlagStores(places);
  });
  afterEach(() => {
    stores.dispose();
    rmSync(elsewhere, { recursive: true, force: true });
    rmSync(dirname(flagsFile), { recursive: true, force: true });
  });

  it('keeps a flag in the folder that holds the log, with all that it remembers', async () => {
    const before = Date.now();
    await stores.add(log, [flagged('p1', 'negative-interference', 'pulls down')]);
    assert.deepEqual(states(log), [['p1', 'negative-interference']]);
    const { at, ...event } = JSON.parse(readFileSync(flagsFile, 'utf8'));
    assert.deepEqual(event, { prompt_id: 'p1', run: 'runs/log.jsonl', flag: 'negative-interference', note: 'pulls down', k: 8, weight: 2.5, agreement: -0.125 });
    assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.ok(Date.parse(at) >= before && Date.parse(at) <= Date.now());
  });

  it('still has the flag after a restart', async () => {
    await stores.add(log, [flagged('p1')]);
    stores.dispose();
    stores = new FlagStores(places);
    await stores.forLog(log).refresh();
    assert.deepEqual(states(log), [['p1', 'negative-interference']]);
  });

  it('takes a flag off by a further event', async () => {
    await stores.add(log, [flagged('p1'), flagged('p2', 'hard')]);
    const store = stores.forLog(log);
    const [first] = store.flags;
    assert.ok(first);
    await stores.remove(store, first);
    assert.deepEqual(states(log), [['p2', 'hard']]);
    assert.equal(readFileSync(flagsFile, 'utf8').trimEnd().split('\n').length, 3);
  });

  it('follows a file that is made, edited and deleted by others', async () => {
    const store = stores.forLog(log);
    await store.refresh();
    const has = (ids: string[]) => until(stores.onDidChange, () => (states(log).map(([id]) => id).join() === ids.join() ? true : null));
    mkdirSync(dirname(flagsFile), { recursive: true });
    writeFileSync(flagsFile, '{"prompt_id":"theirs","flag":"hard"}\n');
    await has(['theirs']);
    appendFileSync(flagsFile, '{"prompt_id":"more","flag":"hard"}\n');
    await has(['theirs', 'more']);
    appendFileSync(flagsFile, '{"prompt_id":"theirs","flag":null}\n');
    await has(['more']);
    rmSync(flagsFile);
    await has([]);
    writeFileSync(flagsFile, '{"prompt_id":"again","flag":"hard"}\n');
    await has(['again']);
    rmSync(dirname(flagsFile), { recursive: true });
    await has([]);
  });

  it('names the lines that it skipped, and keeps the others', async () => {
    mkdirSync(dirname(flagsFile), { recursive: true });
    writeFileSync(flagsFile, '<<<<<<< ours\n{"prompt_id":"a","flag":"hard"}\n{"prompt_id":"b","fl');
    const store = stores.forLog(log);
    await store.refresh();
    assert.deepEqual(states(log), [['a', 'hard']]);
    assert.match(String(store.trouble), /^2 lines of .*flags\.jsonl were skipped, the first is line 1: a git conflict marker\.$/);
  });

  it('reports a flags file that cannot be read', async () => {
    mkdirSync(flagsFile, { recursive: true });
    const store = stores.forLog(log);
    await store.refresh();
    assert.match(String(store.trouble), /could not be read: /);
  });

  it('keeps the flags of a log outside of every folder in the storage, each folder’s apart', async () => {
    const [one, other] = [vscode.Uri.file(join(elsewhere, 'one', 'log.jsonl')), vscode.Uri.file(join(elsewhere, 'other', 'log.jsonl'))];
    await stores.add(one, [flagged('0', 'hard')]);
    await stores.add(other, [flagged('0', 'bad-verifier')]);
    assert.deepEqual([states(one), states(other)], [[['0', 'hard']], [['0', 'bad-verifier']]]);
    assert.equal(existsSync(flagsFile), false);
    assert.equal(existsSync(join(elsewhere, 'one', '.passk')), false);
    const path = await stores.forLog(one).filledPath();
    assert.ok(path.startsWith(places.globalStorageUri.fsPath));
    assert.equal(JSON.parse(readFileSync(path, 'utf8')).run, one.fsPath);
  });

  it('keeps the flags of the sample log in the first folder', async () => {
    const sample = vscode.Uri.joinPath(extension.extensionUri, 'media', 'sample.jsonl');
    await stores.add(sample, [flagged('p1')]);
    assert.deepEqual(states(log), [['p1', 'negative-interference']]);
    assert.equal(JSON.parse(readFileSync(flagsFile, 'utf8')).run, sample.fsPath);
  });

  it('lets the later event win where a folder has flags in both places', async () => {
    const { spare } = stores.forLog(log).home;
    mkdirSync(dirname(spare), { recursive: true });
    mkdirSync(dirname(flagsFile), { recursive: true });
    writeFileSync(spare, ['a', 'b'].map((id) => JSON.stringify({ prompt_id: id, flag: 'hard', at: '2026-01-02T00:00:00.000Z' })).join('\n'));
    writeFileSync(flagsFile, `{"prompt_id":"a","flag":null,"at":"2026-01-03T00:00:00.000Z"}\n{"prompt_id":"b","flag":"bad-verifier","at":"2026-01-01T00:00:00.000Z"}\n`);
    await stores.forLog(log).refresh();
    assert.deepEqual(states(log), [['b', 'hard']]);
  });

  it('shows the flags grouped by kind, with id, note and what each remembers', async () => {
    await stores.add(log, [flagged('p1', 'negative-interference', 'two\nlines'), flagged('x'.repeat(10_000), 'hard'), flagged('p0')]);
    const prompts = new FlaggedPrompts(stores);
    const kinds = prompts.getChildren();
    assert.deepEqual(kinds, [{ kind: 'hard' }, { kind: 'negative-interference' }]);
    const items = kinds.map((kind) => prompts.getTreeItem(kind));
    assert.deepEqual(items.map(({ label, description }) => [label, description]), [['Hard', '1'], ['Negative interference', '2']]);
    const [first, second] = prompts.getChildren(kinds[1]).map((child) => prompts.getTreeItem(child));
    assert.deepEqual([first?.label, first?.description, second?.label], ['p1', 'two lines', 'p0']);
    assert.match(String(first?.tooltip), /k = 8\nweight 2\.50\nagreement −0\.125\nlog: runs\/log\.jsonl\nflagged at 2/);
    const [long] = prompts.getChildren(kinds[0]).map((child) => prompts.getTreeItem(child));
    assert.equal(String(long?.label).length, 120);
    assert.deepEqual(prompts.getChildren({ kind: 'no such kind' }), []);
  });
});

// A folder that nobody may write in, not even the system's administrator.
const readOnlyFolder = '/sys/power';
if (existsSync(readOnlyFolder)) {
  describe('FlagStore', () => {
    it('keeps the flags of a folder that cannot be written in the storage, and says why', async () => {
      const storage = mkdtempSync(join(tmpdir(), 'passk-flags-'));
      const spare = join(storage, 'flags.jsonl');
      const store = new FlagStore({ key: readOnlyFolder, title: 'power', folder: readOnlyFolder, spare });
      try {
        const reason = await store.add([{ ...flagged('p1'), run: 'log.jsonl', at: '2026-01-01T00:00:00.000Z' }]);
        assert.equal(reason, 'not writable');
        assert.deepEqual(store.flags.map(({ prompt_id: id }) => id), ['p1']);
        assert.equal(await store.filledPath(), spare);
      } finally {
        store.dispose();
        rmSync(storage, { recursive: true, force: true });
      }
    });
  });
}
