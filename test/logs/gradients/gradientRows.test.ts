import assert from 'node:assert/strict';
import type { FloatType, GradientLayout } from '../../../src/logs/gradients/gradientLayout';
import { GradientRows } from '../../../src/logs/gradients/gradientRows';
import { halfFloats } from '../../../src/logs/gradients/halfFloats';

function rowsOf(layout: GradientLayout, data: Uint8Array, chunkBytes: number): number[][] {
  const rows: number[][] = [];
  const decoder = new GradientRows(layout, (row, values) => {
    assert.equal(row, rows.length);
    rows.push([...values]);
  });
  for (let at = 0; at < data.length; at += chunkBytes) decoder.push(data.slice(at, at + chunkBytes));
  assert.equal(decoder.rows, rows.length);
  return rows;
}

const layoutOf = (type: FloatType, rows: number, dimension: number): GradientLayout => ({ tensor: 'score_grad', rows, dimension, type, offset: 0, projection: null, promptIds: null });

describe('GradientRows', () => {
  const values = [[1.5, -2.25, 0], [1024, -0.0078125, 3]];

  it('gives the same rows at every chunk size, for every type, and passes over what follows', () => {
    const flat = values.flat();
    const bits = new DataView(new ArrayBuffer(flat.length * 8 + 5));
    const write: Record<FloatType, (at: number, value: number) => void> = {
      F64: (at, value) => bits.setFloat64(at * 8, value, true),
      F32: (at, value) => bits.setFloat32(at * 4, value, true),
      BF16: (at, value) => {
        const word = new DataView(new ArrayBuffer(4));
        word.setFloat32(0, value);
        bits.setUint16(at * 2, word.getUint16(0), true);
      },
      F16: (at, value) => bits.setUint16(at * 2, halfBits(value), true),
    };
    for (const [type, bytes] of [['F64', 8], ['F32', 4], ['BF16', 2], ['F16', 2]] as const) {
      flat.forEach((value, at) => write[type](at, value));
      const data = new Uint8Array(bits.buffer, 0, flat.length * bytes + 5);
      for (let chunkBytes = 1; chunkBytes <= data.length; chunkBytes++) assert.deepEqual(rowsOf(layoutOf(type, 2, 3), data, chunkBytes), values, `${type} in ${chunkBytes}`);
    }
  });

  it('turns each of the 65,536 half floats into its value, at every place of a row', () => {
    const table = halfFloats();
    for (const dimension of [1, 5, 8, 13, 1024]) {
      const rows = Math.ceil(65_536 / dimension);
      const halves = Uint16Array.from({ length: rows * dimension }, (_, at) => at);
      const seen = rowsOf(layoutOf('F16', rows, dimension), new Uint8Array(halves.buffer), 4096 + dimension).flat();
      for (const [at, value] of seen.entries()) assert.ok(Object.is(value, table[at & 0xffff]), `${at & 0xffff} in rows of ${dimension}`);
    }
  });

  it('knows all 65,536 half floats', () => {
    const table = halfFloats();
    const seen: number[] = [];
    for (let bits = 0; bits < 0x7c00; bits++) {
      // Bit patterns of positive halves count upwards through evenly spaced values, the spacing doubling every 1024.
      const value = table[bits] as number;
      const spacing = 2 ** (Math.max(1, bits >> 10) - 25);
      if (bits > 0) assert.equal(value - (table[bits - 1] as number), (bits & 1023) === 0 ? 2 ** (Math.max(1, (bits - 1) >> 10) - 25) : spacing);
      assert.equal(table[bits | 0x8000], -value);
      seen.push(value);
    }
    assert.deepEqual([seen[0], seen[1], seen[0x3c00], seen[0x7bff]], [0, 2 ** -24, 1, 65504]);
    assert.deepEqual([table[0x7c00], table[0xfc00], table[0x7c01], table[0xffff]], [Infinity, -Infinity, NaN, NaN]);
  });
});

/** Exact for the values used here. */
function halfBits(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(value)));
  return (value < 0 ? 0x8000 : 0) | ((exponent + 15) << 10) | ((Math.abs(value) / 2 ** exponent - 1) * 1024);
}
