import assert from 'node:assert/strict';
import { WasmScanner } from '../../../src/logs/scan/wasmScanner';
import { seededRandom } from '../../bench/seededRandom';

function scanner(): WasmScanner {
  const made = WasmScanner.on({ paths: ['v', 'x'], vectorPath: 0, plain: null });
  assert.ok(made);
  return made;
}

/** The doubles a vector is read as. */
function read(made: WasmScanner, vector: string): readonly number[] | null {
  const bytes = new TextEncoder().encode(`{"x":1,"v":${vector}}`);
  assert.equal(made.scan(bytes, 0, bytes.length), -1, vector);
  const numbers = made.record.numbers(0);
  return numbers === null ? null : [...numbers];
}

describe('vectors', () => {
  it('hold, to the last bit, the doubles that JSON.parse reads', () => {
    const made = scanner();
    const random = seededRandom(9);
    const bits = new DataView(new ArrayBuffer(8));
    const texts: string[] = [
      '0', '-0', '0.0', '-0.0e5', '1', '-1', '0.1', '123456789012345678', '9007199254740993', '9007199254740992.5', '1e22', '1e23', '8.5e22', '1e-22', '1e-23', '5e-324', '2.2250738585072014e-308', '1.7976931348623157e308',
      '1e400', '-1e400', '1e-400', '0.000000000000000000000000000001', '0.00000000000000000000123456789012345678', '12345678901234567890123', '0.12345678901234567890123', '1234567890123456789', '12345678901234567891',
      '9007199254740993e-1', '4503599627370496.5', '4503599627370497.5', '7.3879e20', '6.02214076e+23', '1E5', '1.5E-07', '10000000.00000001', '0.30000000000000004', '100000000000000000000', '18446744073709551615', '18446744073709551616', '0e999', '0.5e-999',
      '9223372036854775807e10', '3.5844466002796428e298', '1.00000000000000011102230246251565', '8.988465674311582e307', '2.0000000000000004', '2.0000000000000002e0',
    ];
    for (let round = 0; round < 60_000; round++) {
      bits.setUint32(0, random() * 2 ** 32);
      bits.setUint32(4, random() * 2 ** 32);
      const value = bits.getFloat64(0);
      if (Number.isFinite(value)) texts.push(String(value), value.toExponential(Math.floor(random() * 20)));
      texts.push(String(random() * 2 - 1), (random() * 10 ** Math.floor(random() * 40 - 20)).toPrecision(1 + Math.floor(random() * 21)), `${Math.floor(random() * 2 ** 53)}e${Math.floor(random() * 100 - 66)}`);
      // Halfway between two doubles, and a digit beside it.
      const whole = BigInt(Math.floor(random() * 2 ** 53)) * 2n + 1n;
      texts.push(String(whole), `${whole}.0000001`, `${whole * 10n - 1n}e-1`);
    }
    for (let from = 0; from < texts.length; from += 500) {
      const some = texts.slice(from, from + 500);
      const expected = some.map((text) => JSON.parse(text) as number);
      const found = read(made, `[${some.join(from % 1000 === 0 ? ',' : ' , ')}]`);
      found?.forEach((value, at) => assert.ok(Object.is(value, expected[at]), `${some[at]} is ${expected[at]}, not ${value}`));
      assert.equal(found?.length, some.length);
    }
  });

  it('are refused at the same byte, and found the same, as where they are not read as vectors', () => {
    const made = scanner();
    const plain = WasmScanner.on({ paths: ['v', 'x'], vectorPath: -1, plain: null });
    assert.ok(plain);
    const random = seededRandom(21);
    const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] as string;
    const pieces = ['0', '1', '-', '.', 'e', 'E', '+', '5', '00', '1.5', '-0.25e-3', ',', ',', ',', ' ', '\t', '\r', '\n', '[', ']', '"', 'null', 'NaN', '-Infinity', '{', '12345678901234567890123', '01', '\u0000'];
    let vectors = 0;
    for (let round = 0; round < 40_000; round++) {
      const inside = Array.from({ length: Math.floor(random() * 8) }, () => (random() < 0.7 ? `${one(['', '-'])}${Math.floor(random() * 2000)}${one(['', '.5', 'e3', '.25E-7'])}${one([',', ',', ', ', ''])}` : one(pieces))).join('');
      const bytes = new TextEncoder().encode(`{"x":1,"v":[${inside}]${one(['}', '}', '}', ',"v":[2]}', ',"v":3}', ''])}`);
      const wrong: number = plain.scan(bytes, 0, bytes.length);
      assert.equal(made.scan(bytes, 0, bytes.length), wrong, inside);
      if (wrong >= 0) continue;
      const expected: Float64Array | null = plain.record.numbers(0);
      assert.deepEqual(made.record.numbers(0), expected, inside);
      if (expected !== null) vectors++;
    }
    assert.ok(vectors > 3000, `only ${vectors} vectors`);
  });

  it('hold NaN for null and NaN, and the infinities', () => {
    assert.deepEqual(read(scanner(), '[null, NaN ,Infinity,\n-Infinity , 1]'), [NaN, NaN, Infinity, -Infinity, 1]);
    assert.deepEqual(read(scanner(), '[ ]'), []);
  });

  it('are none where something else is in the array', () => {
    const made = scanner();
    for (const vector of ['["1"]', '[[1]]', '[1,true]', '[{}]', '"1"', '3', 'null']) assert.equal(read(made, vector), null, vector);
    assert.deepEqual(made.record.json(1), 1);
  });
});
