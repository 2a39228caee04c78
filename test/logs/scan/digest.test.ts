import assert from 'node:assert/strict';
import { digest } from '../../../src/logs/scan/digest';

describe('digest', () => {
  // Values of the reference implementation (mmh3.hash128 with x64arch=False), as four 32-bit words.
  const KNOWN: readonly [string, string][] = [
    ['', '00000000000000000000000000000000'],
    ['The quick brown fox jumps over the lazy dog', '2f1583c3ecee2c675d7bf66ce5e91d2c'],
  ];
  for (const [text, expected] of KNOWN) {
    it(`of ${JSON.stringify(text)} is that of MurmurHash3`, () => {
      const bytes = new TextEncoder().encode(text);
      assert.equal(digest(bytes, 0, bytes.length), expected);
    });
  }

  it('changes with every bit of texts of every length, and not with what lies around', () => {
    const met = new Set<string>();
    for (let length = 0; length <= 40; length++) {
      const bytes = Uint8Array.from({ length: length + 2 }, (_, at) => (at * 73 + 11) & 255);
      const plain = digest(bytes, 1, length + 1);
      assert.equal(plain, digest(bytes.slice(1, length + 1), 0, length));
      met.add(plain);
      for (let bit = 0; bit < length * 8; bit++) {
        const changed = bytes.slice();
        changed[1 + (bit >> 3)] = (changed[1 + (bit >> 3)] as number) ^ (1 << (bit & 7));
        met.add(digest(changed, 1, length + 1));
      }
    }
    assert.equal(met.size, 41 + (40 * 41 / 2) * 8);
  });
});
