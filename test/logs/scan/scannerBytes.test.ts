import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../run/command.mjs';

describe('scannerBytes', () => {
  it('are what assembly/ compiles to', function () {
    this.timeout(120_000);
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/run/buildScanner.mjs'), '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});
