import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { fixtureLog } from './fixtureLog';
import { Threads, type Thread } from './threads';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

/** The tabs of the inspector, in all groups. */
function reports(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === 'passk.report');
}

function reportCount(count: number): Promise<true> {
  return until(vscode.window.tabGroups.onDidChangeTabs, () => (reports().length === count ? true : null));
}

/** The run a thread read; the test ends at once when it could not. */
async function runOf(threads: Threads, thread: Thread) {
  const message = await until(threads.onDidChange, () => thread.messages.find((sent) => (sent.type === 'run' && !sent.run.partial) || sent.type === 'failed'));
  assert.ok(message.type === 'run', message.type === 'failed' ? message.message : message.type);
  return message.run;
}

/** Presses a key again until it does something, as a person does while the page is still being drawn. */
async function pressUntil<T>(command: string, answer: Promise<T>): Promise<T> {
  for (;;) {
    await vscode.commands.executeCommand(command);
    const answered = await Promise.race([answer.then((value) => ({ value })), new Promise<null>((resolve) => setTimeout(resolve, 1000, null))]);
    if (answered !== null) return answered.value;
  }
}

describe('the inspector', () => {
  let threads: Threads;
  const folder = vscode.Uri.joinPath(workspace, 'editor-test');
  const log = vscode.Uri.joinPath(folder, 'log.jsonl');

  // Threads are told apart by their order here; a log that is open as text is read by one of its own.
  const annotate = (below: number | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('passk').update('annotateTextBelow', below, vscode.ConfigurationTarget.Workspace);

  before(async () => {
    await annotate(0);
    mkdirSync(folder.fsPath, { recursive: true });
    fixtureLog(log.fsPath);
    fixtureLog(join(folder.fsPath, 'second.jsonl'));
  });
  after(async () => {
    rmSync(folder.fsPath, { recursive: true, force: true });
    await annotate(undefined);
  });
  beforeEach(() => {
    threads = new Threads();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const thread of threads.all) await threads.ended(thread);
    threads.dispose();
  });

  it('opens a log in the custom editor and reports it', async () => {
    await vscode.commands.executeCommand('passk.inspect', log);
    await reportCount(1);
    const run = await runOf(threads, await threads.started(0));
    assert.deepEqual(run.columns.id, ['p0', 'p1', 'p2', 'p3']);
    assert.deepEqual(run.headline, { passAt1: 7 / 16, passAtK: run.headline.passAtK, k: 8 });
  });

  it('opens a folder as one run', async () => {
    await vscode.commands.executeCommand('passk.inspect', folder);
    await reportCount(1);
    const run = await runOf(threads, await threads.started(0));
    assert.deepEqual(run.source.files.map(({ path }) => path), [log.fsPath, join(folder.fsPath, 'second.jsonl')]);
  });

  it('opens several selected files as one run', async () => {
    const second = vscode.Uri.joinPath(folder, 'second.jsonl');
    await vscode.commands.executeCommand('passk.inspect', second, [log, second]);
    await reportCount(1);
    const run = await runOf(threads, await threads.started(0));
    assert.deepEqual(run.source.files.map(({ path }) => path), [log.fsPath, second.fsPath]);
  });

  it('opens the log that is in the text editor when nothing was clicked', async () => {
    await vscode.commands.executeCommand('vscode.openWith', log, 'default');
    await vscode.commands.executeCommand('passk.inspect');
    await reportCount(1);
    assert.equal((await runOf(threads, await threads.started(0))).columns.id.length, 4);
  });

  it('opens the sample log', async () => {
    await vscode.commands.executeCommand('passk.openSample');
    await reportCount(1);
    const run = await runOf(threads, await threads.started(0));
    assert.ok(run.columns.id.length > 100);
    assert.equal(run.source.malformedCount, 0);
  });

  it('ends the thread when the editor is closed', async () => {
    await vscode.commands.executeCommand('passk.inspect', log);
    const thread = await threads.started(0);
    await runOf(threads, thread);
    assert.equal(thread.ended, false);
    await vscode.window.tabGroups.close(reports());
    await threads.ended(thread);
    assert.equal(thread.worker.threadId, -1);
  });

  it('shares one thread between two editors on a log, until the last is closed', async () => {
    await vscode.commands.executeCommand('passk.inspect', log);
    const thread = await threads.started(0);
    await runOf(threads, thread);
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await reportCount(2);
    assert.equal(threads.all.length, 1);
    const [first, second] = reports();
    assert.ok(first && second);
    await vscode.window.tabGroups.close(first);
    await reportCount(1);
    assert.equal(thread.ended, false);
    await vscode.window.tabGroups.close(reports());
    await threads.ended(thread);
    assert.equal(threads.all.length, 1);
  });

  it('reads the log again after its thread was killed', async () => {
    await vscode.commands.executeCommand('passk.inspect', log);
    const thread = await threads.started(0);
    await runOf(threads, thread);
    await thread.worker.terminate();
    await vscode.commands.executeCommand('passk.refresh');
    assert.equal((await runOf(threads, await threads.started(1))).columns.id.length, 4);
  });

  it('respects the settings, also when they change', async () => {
    const settings = vscode.workspace.getConfiguration('passk', log);
    try {
      await settings.update('k', 3, vscode.ConfigurationTarget.Workspace);
      await settings.update('hardBelow', 0.3, vscode.ConfigurationTarget.Workspace);
      await vscode.commands.executeCommand('passk.inspect', log);
      const before = await runOf(threads, await threads.started(0));
      assert.deepEqual(before.defaults, { k: 3, hardBelow: 0.3, easyAbove: 0.85 });
      assert.equal(before.headline.k, 3);
      await settings.update('k', 5, vscode.ConfigurationTarget.Workspace);
      const after = await runOf(threads, await threads.started(1));
      assert.deepEqual(after.defaults, { k: 5, hardBelow: 0.3, easyAbove: 0.85 });
    } finally {
      await settings.update('k', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('hardBelow', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('opens the log of a flagged prompt at that prompt; the keys’ commands walk on and open the line of the log', async () => {
    const flag = { prompt_id: 'p2', run: 'editor-test/log.jsonl', flag: 'hard', note: '', k: 8, weight: 1, agreement: null, at: '' };
    await vscode.commands.executeCommand('passk.openFlagged', { store: { home: { folder: workspace.fsPath } }, flag });
    await reportCount(1);
    const [tab] = reports();
    assert.ok(tab?.input instanceof vscode.TabInputCustom);
    assert.equal(tab.input.uri.fsPath, log.fsPath);
    const thread = await threads.started(0);
    await runOf(threads, thread);
    assert.equal((await threads.message(thread, 'prompt')).detail.id, 'p2');

    const before = thread.messages.length;
    const { detail } = await pressUntil('passk.nextPrompt', threads.message(thread, 'prompt', before));
    assert.notEqual(detail.id, 'p2');
    await threads.message(thread, 'sample', before);

    await vscode.commands.executeCommand('passk.openSource');
    const editor = await until(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.fsPath, log.fsPath);
    const line = await until(vscode.window.onDidChangeTextEditorSelection, () => editor.selection.active.line || null);
    const shown = thread.messages.filter((message) => message.type === 'prompt').at(-1);
    assert.equal(JSON.parse(editor.document.lineAt(line).text).prompt_id, shown?.detail.id);
  });
});
