import assert from 'node:assert/strict';
import { weightCap } from '../../../src/core/mitigation/weightCap';
import { closeTo } from '../closeTo';
import { golden } from '../golden';
import { randomNumbers } from '../randomNumbers';
import { sharedDataExists } from '../sharedData';
import { toyB } from '../toyPrompts';

const capped = (w: readonly number[], a: readonly number[], cap: number): number => w.reduce((sum, weight, x) => sum + Math.min(weight, cap) * a[x], 0);

describe('weightCap', () => {
  it('is the largest cap without conflict, as a scan over a fine grid finds it', () => {
    const random = randomNumbers(12);
    let conflicts = 0;
    for (let run = 0; run < 300; run++) {
      const w = Array.from({ length: 8 }, () => 4 * random() ** 2);
      const a = w.map(() => random() - 0.55);
      const cap = weightCap(w, a);
      if (capped(w, a, Infinity) >= 0) {
        assert.equal(cap, Infinity);
        continue;
      }
      conflicts++;
      let scanned = NaN;
      for (let i = 4000; i > 0; i--) {
        if (capped(w, a, i / 1000) >= 0) {
          scanned = i / 1000;
          break;
        }
      }
      if (Number.isNaN(cap)) assert.ok(Number.isNaN(scanned));
      else {
        closeTo(capped(w, a, cap), 0, 0, 1e-12);
        assert.ok(Number.isNaN(scanned) || (cap >= scanned && cap < scanned + 0.00101), `${cap} ${scanned}`);
      }
    }
    assert.ok(conflicts > 50);
  });

  it('leaves unknown prompts out, and refuses columns of different length', () => {
    assert.equal(weightCap([4, 1, NaN, 9], [-1, 2, -50, NaN]), 2);
    assert.throws(() => weightCap([1], [1, 2]), RangeError);
  });

  it('says so when no cap helps', () => {
    assert.ok(Number.isNaN(weightCap([1, 2], [-1, -1])));
  });

  if (sharedDataExists) {
    it('equals the golden cap', () => {
      closeTo(weightCap(toyB.p.map((p) => 16 * (1 - p) ** 15), toyB.agreement), golden().toyB_main.mitigation_k16.cap_tau, 1e-11);
    });
  }
});
