import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { dragRuns, dropRuns } from '../../src/host/runDrag';
import { RunTree, type RunFolder, type RunItem } from '../../src/host/runTree';
import { fixtureLog } from './fixtureLog';
import { hostState } from './hostState';
import { Threads } from './threads';
import { until } from './until';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

describe('the Runs view', () => {
  const folder = join(workspace.fsPath, 'runs-test');
  let state: ReturnType<typeof hostState>;
  let tree: RunTree;
  let said = '';

  const write = (name: string, content?: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (content === undefined) fixtureLog(join(folder, name));
    else writeFileSync(join(folder, name), content);
  };
  /** What is shown, in lines: folders, and below them the runs. */
  async function shown(): Promise<string[]> {
    const lines: string[] = [];
    for (const element of await tree.getChildren()) {
      const item = tree.getTreeItem(element);
      lines.push(`${item.label}${item.description === undefined || item.description === '' ? '' : ` [${item.description}]`}`);
      for (const run of await tree.getChildren(element)) lines.push(`  ${tree.getTreeItem(run).label}`);
    }
    return lines;
  }
  const runItem = (element: RunFolder | RunItem | undefined): RunItem => {
    assert.ok(element !== undefined && 'run' in element);
    return element;
  };

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    state = hostState();
    tree = new RunTree(state.context, (sentence) => (said = sentence));
  });
  afterEach(async () => {
    tree.dispose();
    state.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [folder, join(workspace.fsPath, 'root.jsonl')]) rmSync(path, { recursive: true, force: true });
  });

  it('is empty where there is no log, so that VS Code shows the welcome', async () => {
    assert.deepEqual(await shown(), []);
  });

  it('lists logs by folder and shards as one run, and says what it leaves out', async () => {
    write('../root.jsonl');
    write('a.jsonl');
    write('step7.jsonl');
    write('big/rank0.jsonl');
    write('big/rank1.jsonl');
    write('chat.jsonl', '{"messages":[{"role":"user","content":"hello"}]}\n');
    write('.passk/flags.jsonl', '{"prompt_id":"p","flag":"hard"}\n');
    assert.deepEqual(await shown(), [`${basename(workspace.fsPath)} [1]`, '  root.jsonl', 'runs-test [3]', '  a.jsonl', '  big', '  step7.jsonl']);
    assert.equal(said, '1 file is not shown: it does not look like an evaluation log.');
  });

  it('shows the runs alone where they are all in one folder', async () => {
    write('a.jsonl');
    write('b.jsonl');
    assert.deepEqual(await shown(), ['a.jsonl', 'b.jsonl']);
    assert.equal(said, '');
  });

  it('leaves out what the user excludes from lists and from searches', async () => {
    write('a.jsonl');
    write('old/b.jsonl');
    write('tmp/c.jsonl');
    const set = async (section: string, value: object | undefined): Promise<void> => vscode.workspace.getConfiguration(section).update('exclude', value, vscode.ConfigurationTarget.Workspace);
    try {
      await set('search', { '**/old/**': true });
      await set('files', { '**/tmp': true });
      assert.deepEqual(await shown(), ['a.jsonl']);
    } finally {
      await set('search', undefined);
      await set('files', undefined);
    }
  });

  it('follows logs that come and go', async () => {
    write('a.jsonl');
    assert.deepEqual(await shown(), ['a.jsonl']);
    const next = new Promise<void>((resolve) => {
      const listener = tree.onDidChangeTreeData(() => {
        listener.dispose();
        resolve();
      });
    });
    write('b.jsonl');
    await next;
    assert.deepEqual(await shown(), ['a.jsonl', 'b.jsonl']);
  });

  it('looks again when it is asked to', async () => {
    write('a.jsonl');
    await shown();
    rmSync(join(folder, 'a.jsonl'));
    state.context.refreshing.fire();
    assert.deepEqual(await shown(), []);
  });

  it('shows a run’s pass@1 once it has been opened, also after it is closed', async () => {
    write('a.jsonl');
    assert.deepEqual(await shown(), ['a.jsonl']);
    const document = state.context.editors.openCustomDocument(vscode.Uri.file(join(folder, 'a.jsonl')));
    await until(tree.onDidChangeTreeData, () => document.run);
    document.dispose();
    assert.deepEqual(await shown(), [`a.jsonl [pass@1 ${(7 / 16).toFixed(3)}]`]);
  });

  it('compares a run with what is dropped on it, in that order', async () => {
    write('before.jsonl');
    write('after.jsonl');
    const [after, before] = (await tree.getChildren()).map(runItem);
    assert.ok(after && before);
    const data = new vscode.DataTransfer();
    dragRuns([after], data);
    const threads = new Threads();
    try {
      await dropRuns(state.context, before, data);
      const { comparison } = await threads.message(await threads.started(0), 'comparison');
      assert.equal(comparison.checkpoints.length, 2);
      const [tab] = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
      assert.equal(tab?.label, 'before.jsonl ↔ after.jsonl');
    } finally {
      threads.dispose();
    }
  });

  it('does nothing when a run is dropped on itself, or beside all runs', async () => {
    write('a.jsonl');
    const run = runItem((await tree.getChildren())[0]);
    const data = new vscode.DataTransfer();
    dragRuns([run], data);
    await dropRuns(state.context, run, data);
    await dropRuns(state.context, undefined, data);
    assert.deepEqual(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs), []);
  });
});
