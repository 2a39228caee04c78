import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Comparison } from '../../src/core/compare/comparisonShape';
import { lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';

const SCRIPT = 'out/test/compareCli.js';
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

function passk(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, 'compare', ...args], { maxBuffer: 1 << 26 }, (error, out, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, error: stderr });
    });
  });
}

/** Sixty prompts of eight samples, c of them correct, in an order of their own. */
function checkpoint(run: string, c: (prompt: number) => number, prompts = Array.from({ length: 60 }, (_, i) => i)): object[] {
  return prompts.flatMap((prompt) => Array.from({ length: 8 }, (_, j) => ({ prompt_id: `p${prompt}`, run, sample: j, correct: (5 * j) % 8 < c(prompt) })));
}

describe('passk compare', () => {
  const folder = temporaryFolder();
  const earlier = checkpoint('step0', (prompt) => (prompt < 10 ? 0 : 7 - (prompt % 2)));
  const later = checkpoint('step9', (prompt) => (prompt < 10 ? prompt % 4 : 5 - (prompt % 2)), [60, ...Array.from({ length: 59 }, (_, i) => 58 - i)]);
  let start = '';
  let end = '';
  let both = '';

  before(() => {
    buildSync({ entryPoints: ['src/cli/cli.ts'], bundle: true, platform: 'node', target: 'node20', outfile: SCRIPT });
    start = folder.write('before.jsonl', lines(earlier));
    end = folder.write('after.jsonl', lines(later));
    both = folder.write('both.jsonl', lines([...earlier, ...later]));
  });

  it('tells in JSON what a count by hand gives, paired by id', async () => {
    const { code, out, error } = await passk(start, end, '--k', '4', '--json');
    assert.deepEqual([code, error], [0, '']);
    const found = JSON.parse(out) as Comparison;
    const changes = Array.from({ length: 59 }, (_, prompt) => (prompt < 10 ? (prompt % 4) / 8 : -2 / 8));
    assert.equal(found.schema, 'passk/compare@1');
    assert.deepEqual([found.prompts.paired, found.prompts.onlyBefore, found.prompts.onlyAfter], [59, ['p59'], ['p60']]);
    assert.ok(Math.abs((found.passAt1.estimate ?? NaN) - changes.reduce((sum, change) => sum + change, 0) / 59) < 1e-12);
    assert.deepEqual([found.passAt1.sign, found.passAtK.k, found.before.samples, found.passAt1.signFlipP], ['fell', 4, 480, null]);
    assert.deepEqual(found.buckets.map(({ movement }) => movement.prompts).reduce((sum, count) => sum + count, 0), 59);
    assert.equal(found.buckets[0].movement.prompts, 10);
    assert.ok(!out.includes('NaN'));
  });

  it('prints a text of at most 100 columns that names no gradient verdict', async () => {
    for (const args of [[start, end], [start, end, '--k', '200'], [both, '--before-run', 'step0', '--after-run', 'step9', '--k', '1']]) {
      const { code, out } = await passk(...args);
      assert.equal(code, 0);
      for (const line of out.split('\n')) assert.ok(line.length <= 100 || line.includes(start) || line.includes(both), line);
      assert.match(out, /^Observed pass@1\/pass@k movement between two checkpoints \(not a gradient measurement\)\n/);
      assert.doesNotMatch(out.replaceAll(folder.path(''), ''), /agreement|conflict/i);
      assert.match(out, /\nPass@1 fell/);
      assert.match(out, /1 prompt only before, left out: p59\n/);
    }
  });

  it('takes two runs of one log for the same two checkpoints', async () => {
    const apart = JSON.parse((await passk(start, end, '--json')).out) as Comparison;
    const together = JSON.parse((await passk(both, '--before-run', 'step0', '--after-run', 'step9', '--json')).out) as Comparison;
    assert.deepEqual({ ...together, before: 0, after: 0 }, { ...apart, before: 0, after: 0 });
    assert.equal(together.before.run, 'step0');
  });

  const refusals: readonly (readonly [what: string, args: () => string[], sentence: RegExp])[] = [
    ['one log without runs', () => [start], /two logs, or one log with two runs of it/],
    ['a log with several runs and none named', () => [both, end], /tells several runs apart: "step0", "step9"\. Choose one with --before-run/],
    ['a run that is not there', () => [start, both, '--after-run', 'step7'], /There is no run "step7" in .*both\.jsonl/],
    ['three logs', () => [start, end, both], /takes two logs/],
    ['a k of 0', () => [start, end, '--k', '0'], /--k takes a whole number/],
    ['logs without a common prompt', () => [start, folder.write('other.jsonl', lines(earlier.map((record, i) => ({ ...record, prompt_id: `q${i % 60}` }))))], /No prompt has samples in both checkpoints: the one has "p0", the other "q0"/],
  ];
  for (const [what, args, sentence] of refusals) {
    it(`refuses ${what} with exit 2 and one sentence`, async () => {
      const { code, out, error } = await passk(...args());
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, sentence);
      assert.equal(error.trimEnd().split('\n').length, 1);
    });
  }

  if (existsSync(SHARED)) {
    it('reproduces the golden movements', async () => {
      const { out } = await passk(join(SHARED, 'golden/golden_log.jsonl'), '--before-run', 'before', '--after-run', 'after', '--json');
      const { passAt1, passAtK } = JSON.parse(out) as Comparison;
      const close = (found: number | null, expected: number) => assert.ok(Math.abs((found ?? NaN) - expected) < 1e-12, String(found));
      close(passAt1.before, 0.588541666666667);
      close(passAt1.after, 0.567708333333333);
      close(passAt1.se, 0.0355334527259);
      close(passAtK.estimate, 0.0578995078995);
      close(passAtK.se, 0.0400752413684);
    });

    it('says of a real network that pass@1 fell while pass@8 rose', async () => {
      const { out } = await passk(join(SHARED, 'tiny-transformer/step000.jsonl'), join(SHARED, 'tiny-transformer/step030.jsonl'));
      assert.match(out, /\nPass@1 fell while pass@8 rose\.\n/);
    });
  }
});
