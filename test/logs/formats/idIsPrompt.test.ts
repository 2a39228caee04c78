import assert from 'node:assert/strict';
import { idIsPrompt } from '../../../src/logs/formats/idIsPrompt';

describe('idIsPrompt', () => {
  const CASES: readonly [name: string, pairs: readonly (readonly [unknown, unknown])[], expected: boolean][] = [
    ['an id a prompt, samples after each other', [[1, 'a'], [1, 'a'], [2, 'b']], true],
    ['one sample a prompt', [[1, 'a'], [2, 'b']], true],
    ['an id a sample', [['x', 'a'], ['y', 'a'], ['z', 'b']], false],
    ['ids that count rows', [[0, 'a'], [0, 'b'], [1, 'a'], [1, 'b']], false],
    ['two ids with one text, as a benchmark may repeat itself', [[1, 'a'], [1, 'a'], [2, 'a']], true],
    ['texts that are new each time', [[0, 'deal 1'], [0, 'deal 2'], [1, 'deal 3']], true],
    ['chat prompts', [[0, [{ role: 'user', content: 'a' }]], [0, [{ role: 'user', content: 'b' }]], [1, [{ role: 'user', content: 'a' }]]], false],
    ['no texts', [[0, null], [1, null]], true],
  ];
  for (const [name, pairs, expected] of CASES) {
    it(`is ${expected} for ${name}`, () => {
      assert.equal(idIsPrompt(pairs.map(([id, text]) => JSON.parse(JSON.stringify({ id, text })) as Record<string, null>), 'id', 'text'), expected);
    });
  }
});
