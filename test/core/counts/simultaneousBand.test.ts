import assert from 'node:assert/strict';
import { simultaneousBand } from '../../../src/core/counts/simultaneousBand';
import { randomNumbers } from '../randomNumbers';

describe('simultaneousBand', () => {
  it('takes the best that fewer draws say of the least, and that more draws say of the most', () => {
    const points = [{ estimate: 0.25, se: 0.0625 }, { estimate: 0.5, se: 0.25 }, { estimate: 0.5, se: null }, { estimate: 0.75, se: 0.0625 }, { estimate: 1, se: 0.5 }];
    // 0.125–0.375, 0–1, none, 0.625–0.875, 0–2: worked by hand.
    assert.deepEqual(simultaneousBand(points, 2), [[0.125, 0.375], [0.125, 0.875], null, [0.625, 0.875], [0.625, 1]]);
  });

  it('has no band without an estimate', () => assert.deepEqual(simultaneousBand([{ estimate: null, se: null }], 2), [null]));

  it('lets no curve go that rises and that the plain band holds, and never falls itself', () => {
    const random = randomNumbers(3);
    let narrowed = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const curve = Array.from({ length: 8 }, () => random()).sort((a, b) => a - b);
      const points = curve.map((truth) => ({ estimate: Math.min(1, Math.max(0, truth + 0.3 * (random() - 0.5))), se: 0.02 + 0.2 * random() }));
      const inPlain = points.every(({ estimate, se }, at) => Math.abs(estimate - curve[at]) <= 2 * se);
      const band = simultaneousBand(points, 2);
      band.forEach((edge, at) => {
        assert.ok(edge !== null);
        const before = band[at - 1];
        if (before) assert.ok(edge[0] >= before[0] && edge[1] >= before[1]);
        if (inPlain) assert.ok(edge[0] <= curve[at] + 1e-12 && curve[at] <= edge[1] + 1e-12);
        if (edge[0] > points[at].estimate - 2 * points[at].se + 1e-12 && edge[0] > 0) narrowed++;
      });
    }
    assert.ok(narrowed > 100);
  });
});
