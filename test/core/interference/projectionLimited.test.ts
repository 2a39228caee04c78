import assert from 'node:assert/strict';
import { projectionLimited } from '../../../src/core/interference/projectionLimited';

describe('projectionLimited', () => {
  it('doubts a cosine less than two errors of the projection away from zero', () => {
    // m = 100, cos 0.2: two errors are 2 √(1.04/100) = 0.204.
    assert.equal(projectionLimited(0.2, 100), true);
    assert.equal(projectionLimited(-0.2, 100), true);
    // cos 0.21: 2 √(1.0441/100) = 0.20436.
    assert.equal(projectionLimited(0.21, 100), false);
    assert.equal(projectionLimited(-0.67, 256), false);
  });

  it('doubts what is unknown', () => {
    assert.equal(projectionLimited(NaN, 1024), true);
  });
});
