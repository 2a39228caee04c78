import assert from 'node:assert/strict';
import { withNumbers, withNumberWords } from '../../src/protocol/numberWords';

describe('numbers on their way to a webview', () => {
  const travelled = (value: unknown): unknown => withNumbers(JSON.parse(JSON.stringify(withNumberWords(value))));

  for (const value of [NaN, Infinity, -Infinity, 0, -1.5, null, 'NaN', '', true, [], {}, [NaN, [Infinity, null]], { a: { b: [{ c: -Infinity, d: 'x' }] }, e: null }]) {
    it(`${JSON.stringify(value)} arrives as it was`, () => assert.deepEqual(travelled(value), value));
  }

  it('would arrive as null without it', () => {
    assert.deepEqual(JSON.parse(JSON.stringify({ rate: NaN })), { rate: null });
  });

  it('leaves typed arrays alone, NaN and all, and copies nothing that holds none', () => {
    const weights = Float64Array.of(1, NaN);
    const result = { kind: 'mitigation', raw: { weights }, k: 8 };
    assert.equal(withNumberWords(result), result);
    assert.equal(withNumbers(result), result);
    const unknown = withNumberWords({ ...result, parameter: NaN }) as typeof result;
    assert.equal(unknown.raw.weights, weights);
  });
});
