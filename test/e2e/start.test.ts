import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { conflictLog } from './conflictLog';
import { eventually } from './eventually';
import { closeWorkbenches, makeWorkspace, visit } from './stage';

describe('npm start', () => {
  let child: ChildProcess | undefined;
  afterEach(closeWorkbenches);
  afterEach(() => void child?.kill('SIGKILL'));

  it('opens the log it is given in the inspector, at an address that nobody else can guess, and leaves nothing behind', async function () {
    this.timeout(150_000); // it builds, packages and starts an editor that has never run
    const folder = makeWorkspace({ 'run.jsonl': conflictLog().text });
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    // As in a terminal of a remote window, where "code" is no editor of this machine; and without a browser to open.
    const started = spawn(process.execPath, [join(root, 'test/run/start.mjs'), join(folder, 'run.jsonl')], {
      env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, VSCODE_IPC_HOOK_CLI: 'elsewhere', TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    const ended = new Promise((resolve) => started.once('exit', resolve));
    let said = '';
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
    const address = await eventually(() => {
      const found = /http:\/\/127\.0\.0\.1:\S+/.exec(said)?.[0];
      assert.ok(found, said);
      return found;
    }, 45_000);

    const workbench = await visit(address, folder);
    await workbench.report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor({ timeout: 45_000 });
    const { origin } = new URL(address);
    assert.equal((await fetch(origin)).status, 403);

    started.kill('SIGINT');
    assert.equal(await ended, 0, said);
    assert.match(said, /Stopping\.\s*$/);
    assert.deepEqual(readdirSync(temporary), []);
    await assert.rejects(fetch(origin));
  });
});
