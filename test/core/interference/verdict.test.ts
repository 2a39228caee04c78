import assert from 'node:assert/strict';
import { verdict } from '../../../src/core/interference/verdict';

describe('verdict', () => {
  it('needs the whole interval on one side of zero', () => {
    assert.equal(verdict([-3, -1]), 'conflict');
    assert.equal(verdict([1, 3]), 'no conflict');
    assert.equal(verdict([-1, 1]), 'inconclusive');
    assert.equal(verdict([-1, 0]), 'inconclusive');
    assert.equal(verdict([0, 1]), 'inconclusive');
    assert.equal(verdict([0, 0]), 'inconclusive');
  });

  it('knows nothing from an unknown interval', () => {
    assert.equal(verdict([NaN, NaN]), 'inconclusive');
  });
});
