import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { openFlagged, removeFlag } from '../../src/host/flagCommands';
import { FlagStores } from '../../src/host/flagStores';
import { RunEditorProvider } from '../../src/host/runEditorProvider';
import { shortMemory } from './shortMemory';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');

describe('the commands on flags', () => {
  let folder: string;
  let log: vscode.Uri;
  let stores: FlagStores;
  let editors: RunEditorProvider;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-commands-'));
    log = vscode.Uri.file(join(folder, 'gone.jsonl'));
    stores = new FlagStores({ extensionUri: extension.extensionUri, globalStorageUri: vscode.Uri.file(join(folder, 'storage')) });
    editors = new RunEditorProvider(extension.extensionUri, stores, shortMemory(), vscode.Uri.file(join(folder, 'storage')));
  });
  afterEach(() => {
    editors.dispose();
    stores.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function flagged() {
    await stores.add(log, [{ prompt_id: 'p1', flag: 'hard', note: '', k: 8, weight: null, agreement: null }]);
    const store = stores.forLog(log);
    const [flag] = store.flags;
    assert.ok(flag);
    return { store, flag };
  }

  it('say which log is not there any more', async () => {
    await assert.rejects(openFlagged({ editors, stores }, await flagged()), { message: `The log in which this prompt was flagged is not there: ${log.fsPath}` });
  });

  it('say that a flag names no log', async () => {
    const { store, flag } = await flagged();
    await assert.rejects(openFlagged({ editors, stores }, { store, flag: { ...flag, run: null } }), /does not say in which log/);
  });

  it('take a given flag off', async () => {
    const prompt = await flagged();
    await removeFlag({ stores }, prompt);
    assert.deepEqual(prompt.store.flags, []);
  });

  it('take off nothing when nothing is flagged and nothing is given', async () => {
    await removeFlag({ stores });
    assert.deepEqual(stores.forLog(log).flags, []);
  });
});
