import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import type { Report } from '../../src/core/reportShape';
import { gradientLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';

const SCRIPT = 'out/test/cli.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** The command as a shell runs it. */
function passk(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, ...args], { maxBuffer: 1 << 26 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

describe('passk', () => {
  const folder = temporaryFolder();
  const log = gradientLog();
  let path = '';

  before(() => {
    buildSync({ entryPoints: ['src/cli/cli.ts'], bundle: true, platform: 'node', target: 'node20', outfile: SCRIPT });
    path = folder.write('run.jsonl', lines(log.records.map((record, i) => ({ ...record, score_grad: log.vectors[i] }))));
  });

  it('prints the report as JSON, in the shape of its contract', async () => {
    const { code, out, error } = await passk('analyze', path, '--k', '4', '--json');
    assert.deepEqual([code, error], [0, '']);
    const report = JSON.parse(out) as Report;
    assert.deepEqual(Object.keys(report), ['schema', 'source', 'prompts', 'passAtK', 'weights', 'gradients', 'conflict', 'lengths', 'promptTable']);
    assert.deepEqual(Object.keys(report.source), ['files', 'samples', 'malformedCount', 'malformed', 'errored', 'duplicates']);
    assert.deepEqual(report.passAtK.map((row) => row.k), [1, 2, 4, 8, 16]);
    assert.equal(report.conflict?.k, 4);
    assert.ok(!out.includes('NaN'));
  });

  it('prints a text of at most 100 columns', async () => {
    const long = folder.write('long.jsonl', lines(log.records.map((record) => ({ ...record, prompt_id: `${record['prompt_id']}-${'x'.repeat(300)}` }))));
    for (const { code, out } of [await passk('analyze', path), await passk('analyze', long, '--k', '40')]) {
      assert.equal(code, 0);
      for (const line of out.split('\n')) assert.ok(line.length <= 100 || !line.includes(' ', 4), line);
      assert.match(out, /pass@1 /);
    }
  });

  it('fails a gate with exit 1 and a sentence, and passes one that holds', async () => {
    const failed = await passk('analyze', path, '--fail-on', 'pass@4<0.99');
    assert.equal(failed.code, 1);
    assert.match(failed.error, /pass@4 is 0\.\d+.*pass@4<0\.99/);
    assert.equal((await passk('analyze', path, '--fail-on', 'pass@4>=0.9999')).code, 0);
    const unknown = await passk('analyze', path, '--fail-on', 'pass@1000<0.5');
    assert.deepEqual([unknown.code, /unknown/.test(unknown.error)], [1, true]);
  });

  for (const [args, sentence] of [
    [['analyze'], /at least one log/],
    [['analyze', 'nowhere.jsonl'], /No such file or folder: nowhere\.jsonl/],
    [['analyze', 'x', '--k', '0'], /--k takes a whole number/],
    [['analyze', 'x', '--k', '2.5'], /--k takes a whole number/],
    [['analyze', 'x', '--hard-below', '7'], /--hard-below takes a number from 0 to 1/],
    [['analyze', 'x', '--fail-on', 'pass@<1'], /--fail-on takes/],
    [['analyze', 'x', '--colour'], /--colour/],
    [['analyze', 'x', '--errored', 'maybe'], /"drop" or "wrong"/],
    [['analyse', 'x'], /no command "analyse"/],
    [['flags', 'add'], /at least one prompt id/],
    [['flags', 'burn'], /not "burn"/],
  ] as const) {
    it(`refuses "${args.join(' ')}" with exit 2 and one sentence`, async () => {
      const { code, out, error } = await passk(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, sentence);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }

  it('writes summaries that give the same conflict, whole or from two shards', async () => {
    const records = log.records.map((record, i) => ({ ...record, score_grad: log.vectors[i] }));
    const shards = [0, 1].map((part) => folder.write(`part${part}.jsonl`, lines(records.filter((_, i) => i % 2 === part))));
    const summaries = [];
    for (const shard of shards) {
      const summary = shard.replace('.jsonl', '.summary.jsonl');
      assert.equal((await passk('summarize', shard, '-o', summary)).code, 0);
      summaries.push(summary);
    }
    const whole = JSON.parse((await passk('analyze', path, '--k', '4', '--json')).out) as Report;
    const joined = JSON.parse((await passk('analyze', ...summaries, '--k', '4', '--json')).out) as Report;
    assert.equal(joined.gradients.source, 'summary');
    assert.deepEqual(joined.promptTable.map((row) => row.c), whole.promptTable.map((row) => row.c));
    const [a, b] = [whole.conflict?.innerProduct ?? Number.NaN, joined.conflict?.innerProduct ?? Number.NaN];
    assert.ok(Math.abs(a - b) < 1e-12 * Math.abs(a), `${a} ${b}`);
  });

  it('lists the formats, one line each', async () => {
    const { code, out } = await passk('formats');
    assert.equal(code, 0);
    for (const name of ['generic', 'lm-eval', 'human-eval']) assert.match(out, new RegExp(`^${name} `, 'm'));
  });

  it('shares the flags file of a folder', async () => {
    const place = ['--folder', folder.path('.')];
    assert.equal((await passk('flags', 'add', 'p1', '__proto__', '--note', 'pulls "down"', ...place)).code, 0);
    assert.equal((await passk('flags', 'add', 'p2', '--flag', 'hard', ...place)).code, 0);
    assert.equal((await passk('flags', 'remove', '__proto__', ...place)).code, 0);
    assert.equal((await passk('flags', 'export', ...place)).out, 'p1\np2\n');
    const listed = JSON.parse((await passk('flags', 'list', '--json', ...place)).out) as { prompt_id: string; note: string }[];
    assert.deepEqual(listed.map(({ prompt_id, note }) => [prompt_id, note]), [['p1', 'pulls "down"'], ['p2', '']]);
    assert.equal(readFileSync(folder.path('.passk/flags.jsonl'), 'utf8').trimEnd().split('\n').length, 4);
    const report = JSON.parse((await passk('analyze', path, '--json', ...place)).out) as Report;
    assert.deepEqual(report.promptTable.filter((row) => row.flag !== null).map((row) => [row.id, row.flag]), [['p1', 'negative-interference'], ['p2', 'hard']]);
    assert.equal((await passk('flags', 'remove', 'p9', ...place)).code, 2);
  });

  it('is quiet about a reader that has seen enough', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" ${SCRIPT} analyze "${path}" --json | head -c 10; echo "status $?"`]);
    let said = '';
    let complained = '';
    child.stdout.on('data', (data) => (said += String(data)));
    child.stderr.on('data', (data) => (complained += String(data)));
    await new Promise((resolve) => child.on('close', resolve));
    assert.match(said, /status 0/);
    assert.equal(complained, '');
  });
});
