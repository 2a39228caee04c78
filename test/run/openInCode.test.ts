import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCode, openInCode } from './openInCode.mjs';

interface Call {
  readonly args: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A program in VS Code's place: notes how it was called and, asked to wait, stays until its process is ended. */
const fakeCode = (folder: string): string => `#!/usr/bin/env node
const { appendFileSync, readFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const data = args[args.indexOf('--user-data-dir') + 1];
const settings = JSON.parse(readFileSync(data + '/User/settings.json', 'utf8'));
appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify({ args, settings }) + '\\n');
if (args.includes('--wait')) {
  writeFileSync(data + '/code.lock', String(process.pid));
  setInterval(() => {}, 1000);
  writeFileSync(${JSON.stringify(join(folder, 'open'))}, '');
}
`;

describe('opening in the VS Code of the user', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passk-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('installs into a profile of its own, opens the log, and throws the profile away when stopped', async () => {
    const code = join(folder, 'code');
    writeFileSync(code, fakeCode(folder), { mode: 0o755 });
    const stop = new AbortController();
    const opened = openInCode({
      code, vsix: join(folder, 'x.vsix'), folder, file: join(folder, 'a b.jsonl'), associations: { '*.jsonl': 'passk.report' }, stopped: stop.signal,
    });
    while (!existsSync(join(folder, 'open'))) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    await opened;

    const [install, open, ...more] = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Call);
    assert.ok(install && open && more.length === 0);
    assert.deepEqual(install.args.slice(-2), ['--install-extension', join(folder, 'x.vsix')]);
    assert.deepEqual(open.args.slice(-4), ['--new-window', '--wait', folder, join(folder, 'a b.jsonl')]);
    assert.deepEqual(open.settings['workbench.editorAssociations'], { '*.jsonl': 'passk.report' });
    const profile = (call: Call): string[] => ['--user-data-dir', '--extensions-dir'].map((name) => call.args[call.args.indexOf(name) + 1] ?? '');
    assert.deepEqual(profile(install), profile(open));
    assert.deepEqual(profile(open).filter((path) => existsSync(path)), []);
  });

  it('leaves alone a "code" that talks to a VS Code elsewhere', () => {
    writeFileSync(join(folder, 'code'), '', { mode: 0o755 });
    assert.equal(findCode({ PATH: folder }), join(folder, 'code'));
    assert.equal(findCode({ PATH: folder, VSCODE_IPC_HOOK_CLI: join(folder, 'ipc.sock') }), null);
    assert.equal(findCode({ PATH: folder, WSL_DISTRO_NAME: 'Debian' }), null);
  });
});
