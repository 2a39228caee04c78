import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shim } from '../../src/host/shim';

describe('shim', () => {
  it('hands every argument on as it is, from a path that a shell would take apart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passk "it\'s" $HOME '));
    try {
      const script = join(folder, 'echo.js');
      writeFileSync(script, 'console.log(JSON.stringify([process.argv.slice(2), process.env.ELECTRON_RUN_AS_NODE]))');
      const [[name, text]] = shim(process.execPath, script) as [[string, string]];
      writeFileSync(join(folder, name), text);
      chmodSync(join(folder, name), 0o755);
      const given = ['analyze', 'my runs/*.jsonl', '--fail-on', 'pass@8<0.5', '$HOME', "it's", ''];
      assert.deepEqual(JSON.parse(execFileSync(join(folder, name), given, { encoding: 'utf8' })), [given, '1']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is a batch file too, with its line ends and its per cent signs', () => {
    const [, batch] = shim('C:\\Program Files\\100%\\code.exe', 'C:\\x\\cli.js');
    assert.deepEqual(batch, ['passk.cmd', '@echo off\r\nsetlocal\r\nset ELECTRON_RUN_AS_NODE=1\r\n"C:\\Program Files\\100%%\\code.exe" "C:\\x\\cli.js" %*\r\n']);
  });
});
