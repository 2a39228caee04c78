import assert from 'node:assert/strict';
import { betaBinomial } from '../../src/core/counts/betaBinomial';
import { betaBinomialPassAtK } from '../../src/core/counts/betaBinomialPassAtK';
import { countGroups } from '../../src/core/counts/countGroups';
import { report } from '../../src/core/report';

const NOWHERE = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };

/** pass@1 of prompts with given counts. */
function passAt1(counts: readonly (readonly [n: number, c: number])[]) {
  const columns = {
    id: counts.map((_, x) => `p${x}`),
    n: Int32Array.from(counts, ([n]) => n),
    c: Int32Array.from(counts, ([, c]) => c),
    errored: new Int32Array(counts.length),
    exactRate: null,
    gradients: null,
  };
  return report(NOWHERE, columns, { k: 1, hardBelow: 0.1, easyAbove: 0.85 }).passAtK[0];
}

describe('passAtKRows', () => {
  it('does not take ten failures for certainty: the interval is Wilson’s', () => {
    const row = passAt1(Array.from({ length: 10 }, () => [4, 0] as const));
    assert.deepEqual([row.estimate, row.se, row.ci?.[0]], [0, 0, 0]);
    // z²/(n + z²) for c = 0, worked by hand
    assert.ok(Math.abs((row.ci?.[1] ?? 0) - 3.841458820694124 / 13.841458820694124) < 1e-12);
  });

  it('nor ten successes', () => {
    const row = passAt1(Array.from({ length: 10 }, () => [4, 4] as const));
    assert.deepEqual([row.estimate, row.ci?.[1]], [1, 1]);
    assert.ok(Math.abs((row.ci?.[0] ?? 0) - 10 / 13.841458820694124) < 1e-12);
  });

  it('gives one prompt no interval, since one has no spread', () => {
    assert.deepEqual([passAt1([[4, 1]]).estimate, passAt1([[4, 1]]).ci], [0.25, null]);
  });

  it('never falls where the model takes over from the samples, and is the model above what they show', () => {
    // Three of 43 prompts were never solved in 16 samples; the model makes it nine.
    const c = [3, 20, 10, 10].flatMap((prompts, kind) => new Array<number>(prompts).fill([0, 1, 4, 12][kind]));
    const columns = { id: c.map((_, x) => `p${x}`), n: new Int32Array(c.length).fill(16), c: Int32Array.from(c), errored: new Int32Array(c.length), exactRate: null, gradients: null };
    const ks = Array.from({ length: 64 }, (_, i) => i + 1);
    const { passAtK } = report(NOWHERE, columns, { k: 1, ks, hardBelow: 0.1, easyAbove: 0.85 });
    const estimates = passAtK.map(({ estimate }) => estimate ?? NaN);
    estimates.forEach((estimate, i) => assert.ok(i === 0 || estimate >= estimates[i - 1], `k = ${i + 1}: ${estimate} after ${estimates[i - 1]}`));
    const fit = betaBinomial(columns.n, columns.c);
    assert.ok(fit.kind === 'fit');
    const model = (k: number) => betaBinomialPassAtK(fit, countGroups(columns.n, columns.c), k).estimate;
    assert.ok(model(17) < estimates[15]);
    assert.deepEqual([estimates[16], estimates[63]], [estimates[15], model(64)]);
    for (const { ci, estimate } of passAtK.slice(16)) assert.ok(ci !== null && estimate !== null && ci[0] <= estimate && estimate <= ci[1]);
  });
});
