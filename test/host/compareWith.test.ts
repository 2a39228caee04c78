import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { compareWith } from '../../src/host/compareWith';
import { comparedRuns, comparisonUri } from '../../src/host/comparisonUri';
import { fixtureLog } from './fixtureLog';
import { Threads } from './threads';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

describe('comparing runs', () => {
  const folder = join(workspace.fsPath, 'compare-test');
  const [a, b, c] = ['a', 'b', 'c'].map((name) => vscode.Uri.file(join(folder, `${name}.jsonl`))) as [vscode.Uri, vscode.Uri, vscode.Uri];
  let threads: Threads;
  /** The runs that the open editor compares, by name. */
  const compared = (): string[][] =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) =>
      input instanceof vscode.TabInputCustom ? (comparedRuns(input.uri) ?? []).flatMap(({ paths }) => paths.map((path) => path.slice(folder.length + 1))) : [],
    );
  const names = async (): Promise<string[]> => (await threads.message(await threads.started(0), 'comparison')).comparison.checkpoints.map(({ name }) => name);

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    for (const { fsPath } of [a, b, c]) fixtureLog(fsPath);
    threads = new Threads();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const thread of threads.all) await threads.ended(thread);
    threads.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens those that are selected in the Explorer in one editor, read by one thread', async () => {
    await vscode.commands.executeCommand('passk.compare', b, [a, b]);
    assert.deepEqual(compared(), [['a.jsonl', 'b.jsonl']]);
    assert.deepEqual(await names(), ['a.jsonl', 'b.jsonl']);
    assert.equal(threads.all.length, 1);
  });

  it('puts a run that is dropped on a report after it', async () => {
    await compareWith(b, [a.toString()]);
    assert.deepEqual(compared(), [['b.jsonl', 'a.jsonl']]);
  });

  it('knows a file by the name that a remote window drags it under', async () => {
    await compareWith(a, [b.with({ scheme: 'vscode-remote', authority: 'ssh-remote+cluster' }).toString()]);
    assert.deepEqual(compared(), [['a.jsonl', 'b.jsonl']]);
  });

  it('adds a run that is dropped on a comparison', async () => {
    await compareWith(comparisonUri([a, b]), [c.toString()]);
    assert.deepEqual(compared(), [['a.jsonl', 'b.jsonl', 'c.jsonl']]);
  });

  for (const [what, dropped, sentence] of [
    ['itself', a.toString(), /^a\.jsonl is compared with other runs, not with itself\.$/],
    ['what is no file', 'https://example.org/a.jsonl', /this is not one \(https\)\.$/],
  ] as const) {
    it(`says in a sentence why a run is not compared with ${what}`, async () => {
      await assert.rejects(compareWith(a, [dropped]), ({ message }: Error) => sentence.test(message));
      assert.deepEqual(compared(), []);
    });
  }
});
