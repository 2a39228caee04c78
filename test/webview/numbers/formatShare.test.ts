import assert from 'node:assert/strict';
import { formatShare } from '../../../webview/numbers/formatShare';

describe('formatShare', () => {
  const cases: readonly [number | null, string][] = [
    [null, 'unknown'], [NaN, 'unknown'], [0, '0%'], [0.0004, '<0.1%'], [0.004, '0.4%'], [0.05, '5%'], [0.0949, '9.5%'], [0.0996, '10%'],
    [0.714, '71%'], [0.99, '99%'], [0.9961, '99.6%'], [0.99995, '>99.9%'], [1, '100%'],
  ];
  for (const [share, text] of cases) it(`writes ${String(share)} as ${text}`, () => assert.equal(formatShare(share), text));
});
