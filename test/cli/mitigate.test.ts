import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { buildSync } from 'esbuild';
import type { Report } from '../../src/core/reportShape';
import { conflictLog, lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';

const SCRIPT = 'out/test/mitigateCli.js';

interface Mitigated extends Report {
  readonly mitigation: {
    readonly k: number;
    readonly raw: { readonly predicted: { readonly passAt1: number } };
    readonly remedies: readonly { readonly method: string; readonly parameter: number; readonly predicted: { readonly passAt1: number }; readonly check: { readonly verdict: string } | null }[];
    readonly unchecked?: string;
  };
}

function passk(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, 'analyze', ...args], { maxBuffer: 1 << 26 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

describe('passk analyze --mitigate', () => {
  const folder = temporaryFolder();
  const log = conflictLog();
  let path = '';

  before(() => {
    buildSync({ entryPoints: ['src/cli/cli.ts'], bundle: true, platform: 'node', target: 'node20', outfile: SCRIPT });
    path = folder.write('run.jsonl', lines(log.records.map((record, i) => ({ ...record, score_grad: log.vectors[i] }))));
  });

  for (const method of ['surgery', 'projection', 'cap', 'drop', 'temper']) {
    it(`${method}: prints at most 100 columns, and writes weights that take the conflict away`, async () => {
      const weights = folder.path(`${method}.jsonl`);
      const { code, out } = await passk(path, '--k', '4', '--mitigate', method, '--weights', weights);
      assert.equal(code, 0);
      for (const line of out.split('\n')) assert.ok(line.length <= 100 || line.includes(path), line);
      assert.match(out, new RegExp(`\nRemedy "${method}" at k = 4: `));
      const records = readFileSync(weights, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { prompt_id: string; weight: number });
      const report = JSON.parse((await passk(path, '--k', '4', '--json')).out) as Report;
      assert.deepEqual(records.map(({ prompt_id }) => prompt_id), report.promptTable.map(({ id }) => id));
      assert.ok(records.every(({ weight }) => weight >= 0));
      // Surgery aims at w a without bias, the others at the product of the two columns.
      const pulls = report.promptTable.map(({ weight, agreement, weightedAgreement }, row) => {
        const after = records[row].weight * (agreement ?? 0);
        const before = (weight ?? 0) * (agreement ?? 0);
        return method === 'surgery' ? [weightedAgreement ?? 0, (weightedAgreement ?? 0) + after - before] : [before, after];
      });
      const [unchanged, left] = [0, 1].map((column) => pulls.reduce((sum, pull) => sum + pull[column], 0));
      assert.ok(unchanged < 0 && left >= 1e-3 * unchanged, `${left} of ${unchanged}`);
    });
  }

  it('adds what the remedy does to the JSON, checked on the other half of the samples', async () => {
    const { mitigation, conflict } = JSON.parse((await passk(path, '--k', '4', '--json', '--mitigate', 'surgery')).out) as Mitigated;
    assert.deepEqual([mitigation.k, mitigation.remedies.map(({ method }) => method), mitigation.unchecked], [4, ['surgery'], undefined]);
    assert.ok(Math.abs(mitigation.raw.predicted.passAt1 - (conflict?.innerProduct ?? NaN)) < 1e-12);
    assert.ok(Math.abs(mitigation.remedies[0].predicted.passAt1) < 1e-12);
    assert.notEqual(mitigation.remedies[0].check, null);
  });

  it('prints the other metrics with --metrics, and nothing of them without', async () => {
    const { code, out } = await passk(path, '--metrics');
    assert.equal(code, 0);
    assert.match(out, /\n +k +pass@k +pass\^k +\(± one se\)\n/);
    assert.match(out, /\n +k +mG-Pass@k +G-Pass@k 0\.25 +0\.5 +0\.75\n/);
    for (const line of out.split('\n')) assert.ok(line.length <= 100 || line.includes(path), line);
    const { metrics } = JSON.parse((await passk(path, '--metrics', '--json')).out) as { metrics: { rows: { k: number; passHatK: { estimate: number } }[] } };
    const all = log.records.filter((record) => record['correct']).length / log.records.length;
    assert.ok(Math.abs(metrics.rows[0].passHatK.estimate - all) < 1e-12);
    assert.ok(!(await passk(path)).out.includes('pass^k'));
  });

  it('prints the paper\'s sufficient conditions with --bounds, for what they are', async () => {
    const { code, out } = await passk(path, '--k', '8', '--bounds');
    assert.equal(code, 0);
    assert.match(out, /very loose, and silent where\n? +they certify nothing/);
    assert.match(out, /which certifies nothing/);
    for (const line of out.split('\n')) assert.ok(line.length <= 100 || line.includes(path), line);
    const { bounds } = JSON.parse((await passk(path, '--k', '8', '--bounds', '--json')).out) as { bounds: { delta: number | null; certifies: boolean; squaredScore: number; largestStep: number | null } };
    const longest = Math.max(...Array.from({ length: 12 }, (_, i) => {
      const own = log.vectors.filter((_vector, at) => log.records[at]['prompt_id'] === `p${i}`);
      return own.reduce((sum, vector) => sum + vector.reduce((all, value) => all + value * value, 0), 0) / own.length;
    }));
    assert.ok(Math.abs(bounds.squaredScore - longest) < 1e-9 * longest);
    assert.deepEqual([bounds.certifies, bounds.largestStep], [false, null]);
  });

  const refusals: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['--mitigate', 'prayer'], /--mitigate takes surgery, projection, cap, drop or temper, not "prayer"/],
    [['--weights', 'x.jsonl'], /--weights takes --mitigate METHOD beside it/],
    [['--k', '16', '--mitigate', 'cap'], /k = 16 is not on the curve/],
  ];
  for (const [args, sentence] of refusals) {
    it(`refuses "${args.join(' ')}" with exit 2 and one sentence`, async () => {
      const { code, out, error } = await passk(path, ...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, sentence);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }
});
