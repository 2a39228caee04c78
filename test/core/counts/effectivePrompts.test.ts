import assert from 'node:assert/strict';
import { effectivePrompts } from '../../../src/core/counts/effectivePrompts';
import { closeTo } from '../closeTo';

describe('effectivePrompts', () => {
  it('is the number of prompts for equal weights and 1 for a single one that counts', () => {
    closeTo(effectivePrompts([3, 3, 3, 3]), 4, 1e-15);
    assert.equal(effectivePrompts([0, 8, 0]), 1);
    closeTo(effectivePrompts([2, 1, 1]), 16 / 6, 1e-15);
  });

  it('gathers equal weights, and leaves unknown ones out', () => {
    closeTo(effectivePrompts([2, NaN, 1], [1, 5, 2]), 16 / 6, 1e-15);
  });

  it('is unknown when nothing has a weight', () => {
    assert.ok(Number.isNaN(effectivePrompts([0, 0])));
    assert.ok(Number.isNaN(effectivePrompts([])));
  });
});
