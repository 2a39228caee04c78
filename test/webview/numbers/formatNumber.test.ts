import assert from 'node:assert/strict';
import { formatNumber } from '../../../webview/numbers/formatNumber';

describe('formatNumber', () => {
  const cases: readonly [number | null, string][] = [
    [null, 'unknown'],
    [NaN, 'unknown'],
    [0, '0'],
    [-0, '0'],
    [-14.1234, '−14.1'],
    [202.427, '202'],
    [1234.5, '1,235'],
    [0.0109, '0.0109'],
    [1, '1.00'],
    [0.000649, '0.000649'],
    [0.0000123, '1.23e−5'],
    [-0.0000123, '−1.23e−5'],
    [12_345_678, '1.23e7'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
  ];
  for (const [value, text] of cases) it(`writes ${String(value)} as ${text}`, () => assert.equal(formatNumber(value), text));

  it('keeps the digits it is asked for', () => assert.equal(formatNumber(0.41234, 2), '0.41'));
});
