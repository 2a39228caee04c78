import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { openLink } from '../../src/host/openLink';
import { fixtureLog } from './fixtureLog';
import { hostState } from './hostState';
import { Threads } from './threads';

const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
assert.ok(workspace, 'a folder is open');

describe('openLink', () => {
  const folder = join(workspace.fsPath, 'link-test');
  let state: ReturnType<typeof hostState>;
  let threads: Threads;
  const open = (rest: string): Promise<void> => openLink(state.context, vscode.Uri.parse(`vscode://passk.passk-inspector/${rest}`));
  const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);

  beforeEach(() => {
    mkdirSync(folder, { recursive: true });
    fixtureLog(join(folder, 'a log.jsonl'));
    state = hostState();
    threads = new Threads();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    threads.dispose();
    state.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [rest, sentence] of [
    ['other?run=a', /^Pass@k Inspector does not know this kind of link: \/other$/],
    ['open', /^This link names no run\./],
    ['open?run=&k=8', /^This link names no run\./],
    ['open?run=a.jsonl&k=many', /^The k in this link is not a whole number of at least 1\.$/],
    ['open?run=link-test/gone.jsonl', /^The run that this link names is not there: .*gone\.jsonl$/],
    ['open?run=https://example.org/a.jsonl', /^Pass@k Inspector reads files on a disk, and this is not one \(https\)\.$/],
  ] as const) {
    it(`says in a sentence what is wrong with ${rest}`, async () => {
      await assert.rejects(open(rest), ({ message }: Error) => sentence.test(message));
      assert.deepEqual(tabs(), []);
    });
  }

  it('opens a run by its path from the workspace folder', async () => {
    await open('open?run=link-test/a%20log.jsonl&k=4');
    assert.deepEqual(tabs(), ['a log.jsonl']);
    assert.equal((await threads.message(await threads.started(0), 'run')).run.title, 'a log.jsonl');
  });

  it('opens a run in the workspace by its whole path', async () => {
    await open(`open?run=${encodeURIComponent(join(folder, 'a log.jsonl'))}`);
    assert.deepEqual(tabs(), ['a log.jsonl']);
  });

  for (const [what, path] of [['whole path', (outside: string) => outside], ['path with dots', (outside: string) => `link-test/${'../'.repeat(20)}${outside.slice(1)}`]] as const) {
    it(`opens nothing outside of the workspace by a ${what} without asking`, async () => {
      const outside = mkdtempSync(join(tmpdir(), 'passk-outside-'));
      try {
        fixtureLog(join(outside, 'b.jsonl'));
        // No dialog is shown while tests run: asking ends in an error that holds the question.
        await assert.rejects(open(`open?run=${encodeURIComponent(path(join(outside, 'b.jsonl')))}`), /Open a run outside of this workspace\?/);
        assert.deepEqual(tabs(), []);
        assert.equal(threads.all.length, 0);
      } finally {
        rmSync(outside, { recursive: true });
      }
    });
  }
});
