import assert from 'node:assert/strict';
import { float16Bits } from './float16';

/** The value of half-precision bits, from the definition of the format. */
function valueOf(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return (bits & 0x8000 ? -1 : 1) * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
}

describe('float16Bits', () => {
  it('gives every finite half-precision number its own bits', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      if (((bits >> 10) & 31) !== 31) assert.equal(float16Bits(valueOf(bits)), bits);
    }
  });

  it('rounds to the nearest, and a tie to even', () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const [low, high] = [valueOf(bits), valueOf(bits + 1)];
      const middle = (low + high) / 2;
      assert.equal(float16Bits(middle), bits % 2 === 0 ? bits : bits + 1);
      assert.equal(float16Bits(low + (high - low) * 0.49), bits);
      assert.equal(float16Bits(low + (high - low) * 0.51), bits + 1);
    }
  });

  it('refuses what does not fit', () => {
    assert.throws(() => float16Bits(65520), RangeError);
    assert.throws(() => float16Bits(NaN), RangeError);
  });
});
