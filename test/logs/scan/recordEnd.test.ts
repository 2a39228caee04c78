import assert from 'node:assert/strict';
import { recordEnd } from '../../../src/logs/scan/recordEnd';

describe('recordEnd', () => {
  const CASES: readonly [string, string | null][] = [
    ['{"a":"}\\"]"}\n{"b":1}', '{"a":"}\\"]"}'], ['[[1],{"x":"]"}],', '[[1],{"x":"]"}]'], ['"a\\\\", 1', '"a\\\\"'], ['12]', '12'], ['true,', 'true'], ['{"a":[1', null], ['"abc', null], ['17', null], ['', null],
  ];
  for (const [text, record] of CASES) {
    it(`of ${text} is ${record === null ? 'not there yet' : `after ${record}`}`, () => {
      assert.equal(recordEnd(new TextEncoder().encode(text)), record === null ? -1 : record.length);
    });
  }
});
