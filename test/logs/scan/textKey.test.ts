import assert from 'node:assert/strict';
import { textKey } from '../../../src/logs/scan/textKey';

const key = (text: string): number => {
  const bytes = new TextEncoder().encode(`..${text}.`);
  return textKey(bytes, 2, bytes.length - 1);
};

describe('textKey', () => {
  it('is a whole number of at most 53 bits, the same for the same text wherever it lies', () => {
    for (const text of ['', '0', '42', '\\frac{1}{2}', 'é'.repeat(1000)]) {
      assert.ok(Number.isSafeInteger(key(text)) && key(text) >= 0, text);
      const bytes = new TextEncoder().encode(text);
      assert.equal(key(text), textKey(bytes, 0, bytes.length));
    }
  });

  it('tells a million short answers apart', () => {
    const keys = new Set<number>();
    for (let at = 0; at < 500_000; at++) {
      keys.add(key(String(at)));
      keys.add(key(`${at}/7`));
    }
    assert.equal(keys.size, 1_000_000);
  });

  it('changes about half of its bits, high and low, with one letter', () => {
    let high = 0;
    let low = 0;
    const ROUNDS = 2000;
    for (let at = 0; at < ROUNDS; at++) {
      const [a, b] = [key(`answer ${at}a`), key(`answer ${at}b`)] as const;
      high += bits(Math.floor(a / 2 ** 32) ^ Math.floor(b / 2 ** 32));
      low += bits((a % 2 ** 32) ^ (b % 2 ** 32));
    }
    assert.ok(Math.abs(high / ROUNDS - 10.5) < 1.5, `${high / ROUNDS} of 21`);
    assert.ok(Math.abs(low / ROUNDS - 16) < 2, `${low / ROUNDS} of 32`);
  });
});

function bits(value: number): number {
  return (value >>> 0).toString(2).replaceAll('0', '').length;
}
