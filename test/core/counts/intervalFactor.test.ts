import assert from 'node:assert/strict';
import { intervalFactor } from '../../../src/core/counts/intervalFactor';
import { closeTo } from '../closeTo';

describe('intervalFactor', () => {
  it('is the t quantile for fewer than 50 prompts and the normal one from there on', () => {
    closeTo(intervalFactor(11), 2.228138851986274, 1e-12);
    closeTo(intervalFactor(49), 2.010634757624232, 1e-12);
    assert.equal(intervalFactor(50), 1.959963984540054);
  });

  it('is unknown for a single prompt', () => {
    assert.ok(Number.isNaN(intervalFactor(1)));
  });
});
