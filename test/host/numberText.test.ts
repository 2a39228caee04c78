import assert from 'node:assert/strict';
import { numberText, rateText } from '../../src/host/numberText';
import { formatNumber } from '../../webview/numbers/formatNumber';
import { formatRate } from '../../webview/numbers/formatRate';

describe('numbers outside of the report', () => {
  for (const value of [null, 0, 1, -1, 0.5, -0.12, 0.000123, 0.0000123, -3e-7, 4.215, 12.34, 123.4, 1234.5, 9_999_999, 12_345_678, -0.0995, 1 / 3]) {
    it(`are written as in it: ${value}`, () => assert.equal(numberText(value), formatNumber(value)));
  }
  for (const rate of [null, 0, 1, 0.0005, 0.41249, 2 / 3]) {
    it(`are written as in it, rates too: ${rate}`, () => assert.equal(rateText(rate), formatRate(rate)));
  }
});
