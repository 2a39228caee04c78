import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { RunDocument } from '../../src/host/runDocument';
import { showProblems } from '../../src/host/showProblems';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');
const extension = vscode.extensions.getExtension('passk.passk-inspector');
assert.ok(extension, 'the extension under test is installed');
const workerFile = join(extension.extensionPath, 'dist', 'worker.js');
const good = '{"prompt_id":"a","correct":true}\n';

describe('showProblems', () => {
  const folder = join(workspace.fsPath, 'problems-test');
  let log: vscode.Uri;
  let made = 0;
  let document: RunDocument;

  const lines = (): number[] => vscode.languages.getDiagnostics(log).filter(({ source, code }) => source === 'Pass@k' && code === 'malformed').map(({ range }) => range.start.line);
  const become = (wanted: readonly number[]): Promise<true> =>
    until(vscode.languages.onDidChangeDiagnostics, () => (JSON.stringify(lines()) === JSON.stringify(wanted) ? true : null));

  beforeEach(async () => {
    mkdirSync(folder, { recursive: true });
    log = vscode.Uri.file(join(folder, `log${made++}.jsonl`));
    writeFileSync(log.fsPath, `${good}{"broken\n${good}[1, 2\n`);
    const options = { k: 2, hardBelow: 0.1, easyAbove: 0.85, errored: 'drop', formats: {} } as const;
    document = new RunDocument(log, workerFile, () => ({ paths: [log.fsPath], options }));
    await until(document.onDidChange, () => (document.run?.partial === false ? true : null));
  });
  afterEach(async () => {
    document.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    rmSync(folder, { recursive: true, force: true });
  });

  it('has an entry for each line that could not be read, until the report is closed', async () => {
    assert.deepEqual(lines(), []);
    await showProblems(document);
    await become([1, 3]);
    await showProblems(document); // once more changes nothing
    assert.deepEqual(lines(), [1, 3]);
    assert.match(vscode.languages.getDiagnostics(log)[0]!.message, /^This line is left out: /);
    document.dispose();
    await become([]);
  });

  it('follows the log when it is read again', async () => {
    await showProblems(document);
    await become([1, 3]);
    writeFileSync(log.fsPath, `${good}${good}${good}[1, 2\n`);
    document.restart();
    await become([3]);
  });

  it('gives way to others that say the same of a file, and comes back after them', async () => {
    await showProblems(document);
    await become([1, 3]);
    const others = vscode.languages.createDiagnosticCollection('others');
    const said = new vscode.Diagnostic(new vscode.Range(1, 0, 1, 1), 'as another has it', vscode.DiagnosticSeverity.Warning);
    [said.source, said.code] = ['Pass@k', 'malformed'];
    others.set(log, [said]);
    await become([1]);
    assert.equal(vscode.languages.getDiagnostics(log)[0]?.message, 'as another has it');
    others.dispose();
    await become([1, 3]);
  });

  it('has each line once where the log is open as text as well', async () => {
    await showProblems(document);
    await become([1, 3]);
    await vscode.window.showTextDocument(log, { preview: false });
    // Those of the text end where the line does.
    const isOfText = (): boolean => vscode.languages.getDiagnostics(log).every(({ range }) => range.end.character < 100);
    await until(vscode.languages.onDidChangeDiagnostics, () => (lines().length === 2 && isOfText() ? true : null));
    document.dispose();
    assert.deepEqual(lines(), [1, 3], 'those of the text stay');
  });
});
