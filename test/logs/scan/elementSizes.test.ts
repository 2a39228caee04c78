import assert from 'node:assert/strict';
import { elementSizes } from '../../../src/logs/scan/elementSizes';

const sizes = (text: string): number[] => {
  const bytes = new TextEncoder().encode(`xx${text},"behind"]`);
  return elementSizes(bytes, 2, bytes.length - ',"behind"]'.length);
};

describe('elementSizes', () => {
  const CASES: readonly [text: string, sizes: number[]][] = [
    ['[]', []], ['[ ]', []], ['["a"]', [1]], ['["",""]', [0, 0]], ['[ "ab" ,\n"c" ]', [2, 1]], ['[null,"null"]', [NaN, 4]], ['[1,-2.5e3,true]', [1, 6, 4]],
    ['["a\\"b"]', [4]], ['["\\\\","x"]', [2, 1]], ['["\\\\\\"","x"]', [4, 1]], ['["é👍"]', [6]], ['["],["]', [3]],
    ['[["a","]"],{"k":"}"}]', [9, 9]], ['[[[]],[]]', [4, 2]], ['["a", null]', [1, NaN]],
  ];
  for (const [text, expected] of CASES) it(`of ${text}`, () => assert.deepEqual(sizes(text), expected));

  it('says of any list of texts what JSON.stringify needs for each, less its quotes', () => {
    const letters = ['"', '\\', '[', ']', '{', '}', ',', 'a', '\n', ' ', 'é', '\u2028'];
    let state = 7;
    const next = (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
    for (let round = 0; round < 500; round++) {
      const texts = Array.from({ length: next(6) }, () => Array.from({ length: next(9) }, () => letters[next(letters.length)]).join(''));
      assert.deepEqual(sizes(JSON.stringify(texts)), texts.map((each) => Buffer.byteLength(JSON.stringify(each)) - 2), JSON.stringify(texts));
    }
  });
});
