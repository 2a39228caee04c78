import assert from 'node:assert/strict';
import { logQCurve } from '../../../src/core/counts/logQCurve';
import { closeTo } from '../closeTo';

/** C(n-c, j)/C(n, j) in whole numbers, to 25 digits. */
function exact(n: number, c: number, j: number): number {
  let above = 1n;
  let below = 1n;
  for (let i = 0; i < j; i++) {
    above *= BigInt(Math.max(0, n - c - i));
    below *= BigInt(n - i);
  }
  return Number((above * 10n ** 25n) / below) / 1e25;
}

describe('logQCurve', () => {
  it('equals whole numbers at every j', () => {
    for (const [n, c] of [[1, 0], [1, 1], [7, 3], [16, 1], [64, 20], [64, 63], [200, 5]] as const) {
      const curve = logQCurve(n, c, n);
      for (let j = 0; j <= n; j++) closeTo(Math.exp(curve[j]), exact(n, c, j), 1e-13, 1e-24);
    }
  });

  it('keeps its digits over a million samples', () => {
    const curve = logQCurve(1_000_000, 3, 900_000);
    // With three correct ones the product telescopes: (n-j)(n-j-1)(n-j-2) / n(n-1)(n-2).
    for (const j of [1, 1000, 500_000, 900_000]) {
      const left = 1_000_000 - j;
      closeTo(Math.exp(curve[j]), ((left / 1e6) * (left - 1)) / 999_999 * ((left - 2) / 999_998), 1e-13);
    }
  });

  it('ends where the wrong samples do', () => {
    assert.deepEqual(Array.from(logQCurve(4, 4, 4)), [0, -Infinity, -Infinity, -Infinity, -Infinity]);
    assert.deepEqual(Array.from(logQCurve(3, 0, 2)), [0, 0, 0]);
  });
});
