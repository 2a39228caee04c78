import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { conflictLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

const SCRIPT = 'out/test/terminalCli.js';
const ESCAPE = '\x1b';

describe('passk and the terminal', () => {
  const folder = temporaryFolder();
  const passk = builtPassk(SCRIPT);
  let log = '';
  before(() => {
    const { records, vectors } = conflictLog();
    log = folder.write('run.jsonl', lines(records.map((record, i) => ({ ...record, score_grad: vectors[i] }))));
  });

  it('writes no colour and no progress where there is no terminal', async () => {
    const { out, error } = await passk(['analyze', log, '--fail-on', 'pass@1<0.99']);
    assert.ok(!out.includes(ESCAPE) && !error.includes(ESCAPE) && !error.includes('\r') && !error.includes('%'), error);
  });

  it('colours what fails and the verdict with FORCE_COLOR, in the same words', async () => {
    const plain = await passk(['analyze', log, '--fail-on', 'pass@1<0.99']);
    const coloured = await passk(['analyze', log, '--fail-on', 'pass@1<0.99'], { env: { FORCE_COLOR: '1' } });
    assert.match(coloured.error, /\x1b\[31mfailed\x1b\[0m: pass@1 is/);
    assert.match(coloured.out, /\x1b\[3[123]m(Pass@8|Whether pass@8) .*\x1b\[0m/);
    const bare = (text: string) => text.replace(/\x1b\[\d+m/g, '');
    assert.deepEqual([bare(coloured.out), bare(coloured.error)], [plain.out, plain.error]);
  });

  it('lets NO_COLOR win', async () => {
    const { out, error } = await passk(['analyze', log, '--fail-on', 'pass@1<0.99'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } });
    assert.ok(!out.includes(ESCAPE) && !error.includes(ESCAPE));
  });

  if (process.platform === 'linux' && existsSync('/usr/bin/script')) {
    /** As if typed at a terminal: what stdout and stderr show on it. */
    const atTerminal = (...args: string[]): Promise<string> =>
      new Promise((resolve) => {
        const command = [process.execPath, SCRIPT, ...args].map((part) => `'${part}'`).join(' ');
        execFile('/usr/bin/script', ['-qec', command, '/dev/null'], { env: { ...process.env, TERM: 'xterm', NO_COLOR: undefined, FORCE_COLOR: undefined } }, (_error, out) => resolve(out));
      });

    it('shows progress and colours on a terminal, and clears the line', async () => {
      const seen = await atTerminal('analyze', log);
      assert.match(seen, /\r\x1b\[K\d+% {2}[\d,]+ samples/);
      assert.match(seen, /\r\x1b\[K(?!\d+%)/);
      assert.match(seen, /\x1b\[3\dm/);
    });

    it('shows no progress with --quiet', async () => {
      assert.doesNotMatch(await atTerminal('analyze', log, '--quiet'), /\d+% {2}[\d,]+ samples/);
    });
  }

  it('keeps notes to itself with --quiet', async () => {
    const doubtful = folder.write('doubtful.jsonl', lines([0, 1, 2].map((j) => ({ prompt_id: 'a', correct: j > 0 }))));
    folder.write('doubtful.grads.safetensors', 'no tensor');
    const loud = await passk(['analyze', doubtful, '--json', '--k', '2']);
    assert.match(loud.error, /^passk: /);
    assert.equal((await passk(['analyze', doubtful, '--json', '--k', '2', '--quiet'])).error, '');
  });
});
