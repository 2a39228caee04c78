import assert from 'node:assert/strict';
import { formatEstimate, formatInterval } from '../../../webview/numbers/formatInterval';

describe('formatInterval', () => {
  it('gives both ends the same decimals', () => assert.equal(formatInterval([-20.63, -7.5]), '−20.6 to −7.5'));
  it('never writes minus nothing', () => assert.equal(formatInterval([-0.001, 12.34]), '0.0 to 12.3'));
  it('says unknown', () => assert.equal(formatInterval(null), 'unknown'));
  it('writes an interval of nothing', () => assert.equal(formatInterval([0, 0]), '0 to 0'));
});

describe('formatEstimate', () => {
  it('gives the centre the decimals of its interval', () => assert.equal(formatEstimate(-14.1234, [-20.63, -7.5]), '−14.1 (95% CI −20.6 to −7.5)'));
  it('leaves out an interval that is unknown', () => assert.equal(formatEstimate(3.5, null), '3.50'));
  it('writes an exact number alone', () => assert.equal(formatEstimate(-0.000644, [-0.000644, -0.000644]), '−0.000644'));
  it('says unknown', () => assert.equal(formatEstimate(null, [1, 2]), 'unknown'));
});
