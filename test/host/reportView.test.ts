import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { FlagStores } from '../../src/host/flagStores';
import { ReportView } from '../../src/host/reportView';
import { RunDocument } from '../../src/host/runDocument';
import { fixtureLog } from './fixtureLog';
import { until } from './until';
import { shortMemory } from './shortMemory';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');
const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');

/** A page that does what a person would: waits for the run, flags its second prompt, and, once flagged, opens the fifth line. */
const PAGE = `<!DOCTYPE html><html><body><script>
const api = acquireVsCodeApi();
addEventListener('message', ({ data }) => {
  if (data.type === 'run') {
    api.postMessage({ type: 'setFlag', request: 1, flag: 'negative-interference', note: 'seen', prompts: [{ id: data.run.columns.id[1], k: data.run.defaults.k, weight: data.run.columns.c[1] / 2, agreement: null }] });
  }
  if (data.type === 'flags' && data.flags.some((flag) => flag.prompt_id === 'p1')) api.postMessage({ type: 'openSource', file: 0, line: 5 });
});
api.postMessage({ type: 'ready' });
</script></body></html>`;

describe('ReportView', () => {
  const folder = vscode.Uri.joinPath(workspace, 'view-test');
  const log = vscode.Uri.joinPath(folder, 'log.jsonl');
  const flagsFile = join(workspace.fsPath, '.passk', 'flags.jsonl');
  let storage: string;
  let stores: FlagStores;
  const owned: vscode.Disposable[] = [];

  beforeEach(() => {
    rmSync(dirname(flagsFile), { recursive: true, force: true });
    storage = mkdtempSync(join(tmpdir(), 'passk-view-'));
    mkdirSync(folder.fsPath, { recursive: true });
    fixtureLog(log.fsPath);
    stores = new FlagStores({ extensionUri: extension.extensionUri, globalStorageUri: vscode.Uri.file(storage) });
    owned.push(stores);
  });
  afterEach(async () => {
    for (const each of owned.splice(0).reverse()) each.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [storage, folder.fsPath, dirname(flagsFile)]) rmSync(path, { recursive: true, force: true });
  });

  it('carries a run to the page, a flag to the file, the flags back, and opens the line in the text editor', async () => {
    const options = { k: 4, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} } as const;
    const document = new RunDocument(log, join(extension.extensionPath, 'dist', 'worker.js'), () => ({ paths: [log.fsPath], options }));
    owned.push(document);
    const panel = vscode.window.createWebviewPanel('passk.test', 'View', vscode.ViewColumn.One, { enableScripts: true });
    owned.push(panel, new ReportView(document, panel, stores, shortMemory()));
    panel.webview.html = PAGE;

    const editor = await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.fsPath, log.fsPath);
    await until(vscode.window.onDidChangeTextEditorSelection, () => (editor.selection.active.line === 4 ? true : null));

    assert.ok(existsSync(flagsFile));
    const { at, text_digest: digest, ...event } = JSON.parse(readFileSync(flagsFile, 'utf8'));
    assert.match(digest, /^[0-9a-f]{16}$/);
    assert.deepEqual(event, { prompt_id: 'p1', run: 'view-test/log.jsonl', flag: 'negative-interference', note: 'seen', k: 4, weight: 0.5, agreement: null });
    assert.notEqual(at, '');
  });
});
