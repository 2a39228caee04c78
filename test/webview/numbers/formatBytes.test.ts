import assert from 'node:assert/strict';
import { formatBytes } from '../../../webview/numbers/formatBytes';

describe('formatBytes', () => {
  const cases: readonly [number, string][] = [
    [0, '0 bytes'], [812, '812 bytes'], [999, '999 bytes'], [1000, '1.0 KB'], [48_240_000, '48.2 MB'], [999_940, '1.0 MB'], [123_456_789, '123 MB'], [5e12, '5.0 TB'],
  ];
  for (const [bytes, text] of cases) it(`writes ${bytes} as ${text}`, () => assert.equal(formatBytes(bytes), text));
});
