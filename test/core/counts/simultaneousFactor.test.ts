import assert from 'node:assert/strict';
import { passAtK } from '../../../src/core/counts/passAtK';
import { simultaneousFactor } from '../../../src/core/counts/simultaneousFactor';
import { closeTo } from '../closeTo';
import { randomNumbers } from '../randomNumbers';

describe('simultaneousFactor', () => {
  it('is the pointwise factor for a single place, and for places that say the same', () => {
    closeTo(simultaneousFactor(Float64Array.of(1, -2, 3), 3), 1.96, 0, 0.06);
    closeTo(simultaneousFactor(Float64Array.of(1, -2, 3, 10, -20, 30, -1, 2, -3), 3), 1.96, 0, 0.06);
  });

  it('is that of independent intervals for places that have nothing in common', () => {
    // Ten independent: the quantile z with (2Φ(z)-1)^10 = 0.95, 2.800.
    const apart = new Float64Array(100);
    for (let i = 0; i < 10; i++) apart[10 * i + i] = 1;
    closeTo(simultaneousFactor(apart, 10), 2.8, 0, 0.07);
  });

  it('treats equal prompts gathered as it treats them one by one', () => {
    const gathered = simultaneousFactor(Float64Array.of(1, -1, 0.5, -0.5), 2, [50, 50]);
    closeTo(gathered, 1.96, 0, 0.06);
    const rows = [[2, -1, -1], [0, 3, -3]];
    const single = Float64Array.from(rows.flatMap(([a, b, c]) => [a, a, a, a, b, c]));
    closeTo(simultaneousFactor(Float64Array.from(rows.flat()), 3, [4, 1, 1]), simultaneousFactor(single, 6), 0, 0.08);
  });

  it('makes a band over all k cover pass@k at all of them in 95 of 100 runs', () => {
    const random = randomNumbers(61);
    const ks = [1, 2, 3, 4, 6, 8];
    // Rates as the square of a uniform number: E[(1-p)^k] = prod (1+i)/(3/2+i).
    const truth = ks.map((k) => 1 - Array.from({ length: k }, (_, i) => (1 + i) / (1.5 + i)).reduce((a, b) => a * b, 1));
    let covered = 0;
    let pointwise = 0;
    for (let run = 0; run < 300; run++) {
      const c = Array.from({ length: 100 }, () => {
        const rate = random() ** 2;
        return Array.from({ length: 16 }, () => random() < rate).filter(Boolean).length;
      });
      const size = new Array<number>(17).fill(0);
      for (const count of c) size[count]++;
      const curve = ks.map((k) => {
        const values = size.map((_, count) => passAtK(16, count, k));
        const mean = values.reduce((sum, value, i) => sum + size[i] * value, 0) / 100;
        const se = Math.sqrt(values.reduce((sum, value, i) => sum + size[i] * (value - mean) ** 2, 0) / 99 / 100);
        return { mean, se, away: values.map((value) => value - mean) };
      });
      const factor = simultaneousFactor(Float64Array.from(curve.flatMap(({ away }) => away)), 17, size);
      const within = (reach: number): boolean => curve.every(({ mean, se }, i) => Math.abs(mean - truth[i]) <= reach * se);
      if (within(factor)) covered++;
      if (within(1.96)) pointwise++;
    }
    assert.ok(covered >= 275 && covered <= 296, String(covered));
    assert.ok(pointwise < covered);
  });

  it('is unknown without any spread', () => {
    assert.ok(Number.isNaN(simultaneousFactor(new Float64Array(6), 3)));
  });
});
