import assert from 'node:assert/strict';
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
});
