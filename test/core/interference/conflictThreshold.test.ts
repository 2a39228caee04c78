import assert from 'node:assert/strict';
import { conflictThreshold } from '../../../src/core/interference/conflictThreshold';
import { closeTo } from '../closeTo';

describe('conflictThreshold', () => {
  it('is where the bound k [(1-ε)^(k-1) m q - (1-δ)^(k-1) G² (1-q)] turns positive', () => {
    const [q, m, hardest, easiest, square] = [0.2, 0.05, 0.1, 0.6, 0.9];
    const k = conflictThreshold(q, m, hardest, easiest, square);
    const bound = (draws: number): number => (1 - hardest) ** (draws - 1) * m * q - (1 - easiest) ** (draws - 1) * square * (1 - q);
    closeTo(bound(k), 0, 0, 1e-15);
    assert.ok(bound(k + 0.01) > 0 && bound(k - 0.01) < 0);
  });

  it('is 1 where the bound holds from the start, and where the others are always solved', () => {
    assert.equal(conflictThreshold(1, 0.5, 0.1, 0.5, 0.9), 1);
    assert.equal(conflictThreshold(0.5, 0.1, 0.1, 1, 0.9), 1);
  });

  it('is unknown where the proposition does not apply', () => {
    assert.ok(Number.isNaN(conflictThreshold(0, 0.5, 0.1, 0.5, 0.9)));
    assert.ok(Number.isNaN(conflictThreshold(0.5, 0, 0.1, 0.5, 0.9)));
    assert.ok(Number.isNaN(conflictThreshold(0.5, 0.5, 0.5, 0.5, 0.9)));
  });
});
