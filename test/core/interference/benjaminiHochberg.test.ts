import assert from 'node:assert/strict';
import { benjaminiHochberg } from '../../../src/core/interference/benjaminiHochberg';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';

describe('benjaminiHochberg', () => {
  it('rejects what the step-up rule rejects: all up to the last p_(i) <= i q / m', () => {
    const random = randomNumbers(5);
    for (let run = 0; run < 50; run++) {
      const p = Array.from({ length: 30 }, () => random() ** 3);
      const sorted = [...p].sort((a, b) => a - b);
      const q = 0.1;
      let cut = -1;
      sorted.forEach((value, i) => {
        if (value <= ((i + 1) * q) / 30) cut = value;
      });
      assert.deepEqual([...benjaminiHochberg(p)].map((adjusted) => adjusted <= q), p.map((value) => value <= cut));
    }
  });

  it('leaves unknown tests out of the count', () => {
    const adjusted = benjaminiHochberg([0.01, NaN, 0.5]);
    closeTo(adjusted[0], 0.02, 1e-15);
    assert.ok(Number.isNaN(adjusted[1]));
    closeTo(adjusted[2], 0.5, 1e-15);
  });

  it('refuses what is no p-value, and leaves its input as it was', () => {
    assert.throws(() => benjaminiHochberg([1.5]), RangeError);
    const p = [0.5, 0.1];
    benjaminiHochberg(p);
    assert.deepEqual(p, [0.5, 0.1]);
  });

  if (sharedDataExists) {
    it('equals the golden values', () => {
      const { p, q, adjusted, reject } = golden().bh;
      benjaminiHochberg(p).forEach((value, i) => {
        closeTo(value, adjusted[i], 1e-12);
        assert.equal(value <= q, reject[i]);
      });
    });
  }
});
