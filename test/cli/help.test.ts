import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { HELP } from '../../src/cli/help';
import { conflictLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

const SCRIPT = 'out/test/helpCli.js';
const EXAMPLES = HELP.slice(HELP.indexOf('Colours follow')).split('\n').filter((line) => line.startsWith('  passk '));

describe('passk --help', () => {
  const folder = temporaryFolder();
  const passk = builtPassk(SCRIPT);
  let place = '';

  before(() => {
    place = folder.path('place');
    mkdirSync(`${place}/rollouts`, { recursive: true });
    mkdirSync(`${place}/bin`);
    writeFileSync(`${place}/bin/passk`, `#!/bin/sh\nexec "${process.execPath}" "${process.cwd()}/${SCRIPT}" "$@"\n`);
    chmodSync(`${place}/bin/passk`, 0o755);
    const { records, vectors } = conflictLog();
    const whole = records.map((record, i) => ({ ...record, score_grad: vectors[i], meta: { task_id: record['prompt_id'] }, reward: record['correct'] ? 1 : 0 }));
    for (const name of ['run', 'step000', 'step030']) writeFileSync(`${place}/${name}.jsonl`, lines(whole));
    for (const rank of [0, 1]) writeFileSync(`${place}/rollouts/rank${rank}.jsonl`, lines(whole.filter((_, i) => i % 2 === rank)));
  });

  it('fits 110 columns and names every command', async () => {
    const { code, out } = await passk(['--help']);
    assert.deepEqual([code, out], [0, HELP]);
    for (const line of HELP.split('\n')) assert.ok(line.length <= 110, line);
    for (const command of ['analyze', 'compare', 'summarize', 'flags', 'formats']) {
      assert.match(HELP, new RegExp(`^  passk ${command}`, 'm'));
      assert.equal((await passk([command, '--help'])).out, HELP);
    }
  });

  it('is what a call without a command gets, with exit 2', async () => {
    const { code, out } = await passk([]);
    assert.deepEqual([code, out], [2, HELP]);
  });

  for (const example of EXAMPLES) {
    it(`gives an example that runs as it stands: ${example.trim()}`, () => {
      const { status, stderr } = spawnSync('sh', ['-c', example], { cwd: place, env: { ...process.env, PATH: `${place}/bin:${process.env['PATH'] ?? ''}` }, encoding: 'utf8' });
      // A gate may fail here; what may not happen is bad usage.
      assert.ok(status === 0 || (status === 1 && example.includes('--fail-on')), `exit ${status}: ${stderr}`);
    });
  }

  it('gives examples whose files are what they say', () => {
    assert.equal((JSON.parse(readFileSync(`${place}/report.json`, 'utf8')) as { schema: string }).schema, 'passk/report@1');
    const row = JSON.parse(readFileSync(`${place}/train.verl.jsonl`, 'utf8').split('\n')[0]) as { extra_info: object };
    assert.ok('reward_weight' in row.extra_info);
  });

  it('knows at least eight examples', () => assert.ok(EXAMPLES.length >= 8));
});
