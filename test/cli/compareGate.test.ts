import assert from 'node:assert/strict';
import { lines } from '../worker/gradientLog';
import { temporaryFolder } from '../worker/temporaryFolder';
import { builtPassk } from './passk';

/** Sixty prompts of eight samples, of which the first c are correct. */
const checkpoint = (c: (prompt: number) => number): string =>
  lines(Array.from({ length: 480 }, (_, i) => ({ prompt_id: `p${i >> 3}`, sample: i % 8, correct: i % 8 < c(i >> 3) })));

describe('passk compare --fail-on', () => {
  const folder = temporaryFolder();
  const passk = builtPassk('out/test/compareGateCli.js');
  let base = '';
  let worse = '';
  let alike = '';
  before(() => {
    base = folder.write('base.jsonl', checkpoint((prompt) => 3 + (prompt % 4)));
    worse = folder.write('worse.jsonl', checkpoint((prompt) => 2 + (prompt % 4)));
    // As many better as worse.
    alike = folder.write('alike.jsonl', checkpoint((prompt) => 3 + (prompt % 4) + (prompt % 2 === 0 ? 1 : -1)));
  });
  const compared = (after: string, ...gates: string[]) => passk(['compare', base, after, '--k', '4', ...gates.flatMap((gate) => ['--fail-on', gate])]);

  it('fails with exit 1 and a sentence when pass@1 fell, and says by how much', async () => {
    const { code, error } = await compared(worse, 'pass@1 drops');
    assert.equal(code, 1);
    assert.match(error, /^passk: failed: pass@1 fell from 0\.5625 to 0\.4375 \(95% of the change -0\.1250 to -0\.1250\) over 60 prompts\.\n$/);
  });

  it('passes when it did not move for certain, and when it rose', async () => {
    assert.equal((await compared(alike, 'pass@1 drops', 'pass@4 drops>0.2')).code, 0);
    assert.equal((await passk(['compare', worse, base, '--fail-on', 'pass@1 drops', '--fail-on', 'pass@1 drops>0'])).code, 0);
  });

  it('fails by the size of the drop', async () => {
    assert.equal((await compared(worse, 'pass@1 drops>0.2')).code, 0);
    const { code, error } = await compared(worse, 'pass@1 drops > 0.1', 'pass@4 drops>0.01');
    assert.equal(code, 1);
    assert.match(error, /pass@1 fell .*, more than 0\.1\.\n.*pass@4 fell .*, more than 0\.01\./);
  });

  it('fails when it cannot be told', async () => {
    const { code, error } = await passk(['compare', base, worse, '--k', '16', '--fail-on', 'pass@16 drops>0.5']);
    assert.deepEqual([code, /how pass@16 moved is unknown/.test(error)], [1, true]);
  });

  for (const [gate, sentence] of [
    ['pass@1<0.5', /takes "pass@1 drops" or "pass@1 drops>0\.02", not "pass@1<0\.5"/],
    ['conflict', /takes "pass@1 drops"/],
    ['pass@0 drops', /takes "pass@1 drops"/],
    ['pass@8 drops', /takes --k 8 beside it/],
  ] as const) {
    it(`refuses "${gate}" with exit 2`, async () => {
      const { code, out, error } = await compared(worse, gate);
      assert.deepEqual([code, out], [2, '']);
      assert.match(error, sentence);
    });
  }
});
