import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './command.mjs';

/** Runs a line of code on one of the scripts' own modules, as they run: on plain Node. */
function ended(code: string, env: NodeJS.ProcessEnv = {}): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: join(root, 'test/run'), env: { ...process.env, ...env }, encoding: 'utf8' });
  return { status, said: (stdout + stderr).trim() };
}

const explained = (work: string): string => `import { explain } from './say.mjs'; try { ${work} } catch (error) { explain(error); process.exit(1); }`;

describe('a machine that lacks something', () => {
  it('is told in one sentence that npm cannot reach its registry', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passk-'));
    try {
      const { status, said } = ended(
        `import { npm } from './npm.mjs'; ${explained(`await npm(['view', 'mocha', '--fetch-retries=0', '--registry=http://127.0.0.1:9', '--cache=' + ${JSON.stringify(folder)}])`)}`,
      );
      assert.equal(status, 1);
      assert.match(said, /^npm cannot reach its registry: connect this machine to the internet.*try again\.$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is told which programs are missing and how to get them', () => {
    const code = `import { installPrograms } from './debian.mjs'; ${explained('await installPrograms({ browser: false, compiler: true })')}`;
    const { status, said } = ended(code, { PATH: join(root, 'media') });
    assert.equal(status, 1);
    assert.equal(said, "Missing on this machine: g++, make, python3; install g++, make, python3 with this system's package manager and try again.");
  });

  it('gets them through apt-get where its user may install, else is told the command', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passk-'));
    try {
      writeFileSync(join(folder, 'apt-get'), `#!/bin/sh\necho "$@" >>'${folder}/calls'\n`, { mode: 0o755 });
      const code = `import { installPrograms } from './debian.mjs'; ${explained('await installPrograms({ browser: false, compiler: true })')}`;
      const { status, said } = ended(code, { PATH: folder });
      if (process.getuid?.() === 0) {
        assert.equal(status, 0);
        assert.equal(readFileSync(join(folder, 'calls'), 'utf8'), 'update\ninstall -y --no-install-recommends g++ make python3\n');
      } else {
        assert.equal(status, 1);
        assert.match(said, /run "sudo apt-get install -y --no-install-recommends g\+\+ make python3" and try again\.$/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is told when the log to open is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/run/start.mjs'), 'no-such.jsonl'], { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: root } });
    assert.equal(status, 1);
    assert.equal(stderr.trim(), `There is no ${join(root, 'no-such.jsonl')}: give the path of a log or of a folder of logs.`);
  });

  it('is told which stages of the tests there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'test/run/test.mjs'), 'untit'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.equal(stderr.trim(), 'There is no "untit": the stages are types, lint, unit, rules, host, e2e.');
  });
});

describe('the sum over the suites', () => {
  it('counts a skipped test as failed, since it has shown nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'passk-'));
    const result = join(folder, 'result.json');
    try {
      const code = `
        import { createRequire } from 'node:module';
        import { readFileSync } from 'node:fs';
        const require = createRequire(import.meta.url);
        const Mocha = require('mocha');
        const mocha = new Mocha({ reporter: require('./countingReporter.cjs') });
        mocha.suite.addTest(new Mocha.Test('passes', () => {}));
        mocha.suite.addTest(new Mocha.Test('fails', () => { throw new Error('planted'); }));
        mocha.suite.addTest(new Mocha.Test('is skipped'));
        mocha.run(() => console.log('RESULT ' + readFileSync(process.env.PASSK_RESULT, 'utf8')));
      `;
      assert.match(ended(code, { PASSK_RESULT: result }).said, /RESULT \{"passed":1,"failed":2\}/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
