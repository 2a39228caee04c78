import assert from 'node:assert/strict';
import { formatShortId } from '../../../webview/numbers/formatShortId';

describe('formatShortId', () => {
  const cases: readonly [string, string][] = [
    ['gsm8k/12', 'gsm8k/12'],
    ['', '(empty id)'],
    ['two\nlines\tand  blanks ', 'two lines and blanks'],
    ['__proto__', '__proto__'],
    ['x'.repeat(10_240), `${'x'.repeat(59)}…`],
    ['🧪'.repeat(100), `${'🧪'.repeat(59)}…`],
  ];
  for (const [id, text] of cases) it(`writes ${JSON.stringify(id.slice(0, 20))} of ${id.length} on one bounded line`, () => assert.equal(formatShortId(id), text));
});
