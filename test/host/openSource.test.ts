import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { openSource } from '../../src/host/openSource';
import { RunDocument } from '../../src/host/runDocument';
import { fixtureLog } from './fixtureLog';
import { until } from './until';

const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const workerFile = join(extension.extensionPath, 'dist', 'worker.js');

describe('openSource', () => {
  let folder: string;
  let document: RunDocument;

  async function read(path: string): Promise<void> {
    const options = { k: 8, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} } as const;
    document = new RunDocument(vscode.Uri.file(path), workerFile, () => ({ paths: [path], options }));
    await until(document.onDidChange, () => document.run);
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-source-'));
  });
  afterEach(async () => {
    document.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the line in the text editor', async () => {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    await read(path);
    await openSource(document, 0, 7);
    const editor = await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.fsPath, path);
    assert.equal(await until(vscode.window.onDidChangeTextEditorSelection, () => editor.selection.active.line || null), 6);
  });

  it('says that a compressed log has no line to open, and which it would be', async () => {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    await read(path);
    document.dispose();
    const packed = `${path}.gz`;
    writeFileSync(packed, gzipSync(Buffer.from('{"prompt_id":"a","correct":true}\n')));
    await read(packed);
    await assert.rejects(openSource(document, 0, 7), { message: `${packed} is compressed, so it has no line to open; in the decompressed file it is line 7.` });
  });

  it('says that an archive has no lines', async () => {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    await read(path);
    const run = document.run;
    assert.ok(run);
    const packed = { ...run.source, files: [{ path: join(folder, 'log.eval'), bytes: 1, format: 'inspect', samples: 1 }] };
    await assert.rejects(openSource({ uri: document.uri, run: { ...run, source: packed } }, 0, 1), /log\.eval is not a file of lines/);
  });

  it('refuses a file that is not of the run', async () => {
    const path = join(folder, 'log.jsonl');
    fixtureLog(path);
    await read(path);
    await assert.rejects(openSource(document, 1, 1), /not read yet/);
  });
});
