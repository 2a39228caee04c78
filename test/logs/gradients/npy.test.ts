import assert from 'node:assert/strict';
import { npyHeader } from '../../../src/logs/gradients/npy';
import { npyFile } from './sidecars';

const dictionary = (descr: string, order: string, shape: string): string => `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }`;

describe('npyHeader', () => {
  it('reads the header that NumPy writes', () => {
    const file = npyFile(dictionary('<f2', 'False', '(3, 2)'), new Uint8Array(12));
    assert.deepEqual(npyHeader(file.subarray(0, 12), file.length), { kind: 'needs', bytes: 128 });
    assert.deepEqual(npyHeader(file.subarray(0, 128), file.length), {
      kind: 'layout', layout: { tensor: 'score_grad', rows: 3, dimension: 2, type: 'F16', offset: 128, projection: null, promptIds: null },
    });
  });

  const REFUSED: readonly [string, Uint8Array, RegExp][] = [
    ['Fortran order', npyFile(dictionary('<f4', 'True', '(3, 2)'), new Uint8Array(24)), /Fortran order/],
    ['integers', npyFile(dictionary('<i8', 'False', '(3, 2)'), new Uint8Array(48)), /"<i8" values/],
    ['big-endian floats', npyFile(dictionary('>f4', 'False', '(3, 2)'), new Uint8Array(48)), />f4/],
    ['one axis', npyFile(dictionary('<f4', 'False', '(3,)'), new Uint8Array(12)), /two axes/],
    ['a damaged header', npyFile("{'descr': ", new Uint8Array(12)), /damaged/],
    ['another file', new TextEncoder().encode('{"prompt_id": "a"}'), /no \.npy file/],
    ['a header longer than the file', Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 255, 255, 0, 0, 0), /header would be 65535 bytes/],
    ['version 9', Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 9, 0, 1, 0, 0, 0, 0), /version 9/],
    ['three bytes', Uint8Array.of(0x93, 0x4e, 0x55), /3 bytes/],
  ];
  for (const [name, file, sentence] of REFUSED) {
    it(`refuses ${name} in one sentence`, () => {
      const result = npyHeader(file, file.length);
      assert.match(result.kind === 'problem' ? result.problem : JSON.stringify(result), sentence);
    });
  }
});
