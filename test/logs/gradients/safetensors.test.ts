import assert from 'node:assert/strict';
import { layoutProblem } from '../../../src/logs/gradients/gradientLayout';
import { safetensorsHeader } from '../../../src/logs/gradients/safetensors';
import { safetensorsFile } from './sidecars';

const tensor = (shape: readonly number[], dtype: string, bytes: number): unknown => ({ dtype, shape, data_offsets: [0, bytes] });

describe('safetensorsHeader', () => {
  it('finds score_grad, its type, place and projection', () => {
    const file = safetensorsFile({ __metadata__: { projection: 'gaussian 100->2' }, other: tensor([1], 'I8', 0), score_grad: { dtype: 'F16', shape: [3, 2], data_offsets: [4, 16] } }, new Uint8Array(16));
    const result = safetensorsHeader(file.subarray(0, file.length - 16), file.length);
    assert.deepEqual(result, {
      kind: 'layout', layout: { tensor: 'score_grad', rows: 3, dimension: 2, type: 'F16', offset: file.length - 12, projection: 'gaussian 100->2', promptIds: null },
    });
  });

  it('finds prompt_grad with the ids of its rows, numbers and __proto__ among them', () => {
    const file = safetensorsFile({ __metadata__: { prompt_ids: '["a", 7, "__proto__"]' }, prompt_grad: tensor([3, 1], 'F64', 24) }, new Uint8Array(24));
    const result = safetensorsHeader(file, file.length);
    assert.deepEqual(result.kind === 'layout' && result.layout.promptIds, ['a', '7', '__proto__']);
  });

  it('asks for as many bytes as the header has, whatever it gets first', () => {
    const file = safetensorsFile({ score_grad: tensor([1, 1], 'F32', 4) }, new Uint8Array(4));
    for (let length = 0; length < file.length - 4; length++) {
      assert.deepEqual(safetensorsHeader(file.subarray(0, length), file.length), { kind: 'needs', bytes: length < 8 ? 8 : file.length - 4 });
    }
    assert.equal(safetensorsHeader(file, file.length).kind, 'layout');
  });

  const REFUSED: readonly [string, unknown, number, RegExp][] = [
    ['a header that is not JSON', '{"score_grad": ', 0, /header of the gradient file is not JSON/],
    ['a header that is an array', '[]', 0, /not JSON/],
    ['neither tensor', { weight: tensor([1], 'F32', 4) }, 4, /no tensor "score_grad" or "prompt_grad"; it has "weight"/],
    ['one axis', { score_grad: tensor([4], 'F32', 16) }, 16, /two axes/],
    ['integers', { score_grad: tensor([1, 4], 'I64', 32) }, 32, /holds I64/],
    ['a type named like a member of objects', { score_grad: tensor([1, 4], 'constructor', 32) }, 32, /holds constructor/],
    ['a shape that contradicts the bytes', { score_grad: tensor([2, 4], 'F32', 16) }, 16, /contradicts itself/],
    ['negative sizes', { score_grad: tensor([-1, -4], 'F32', 16) }, 16, /does not describe "score_grad" properly/],
    ['no offsets', { score_grad: { dtype: 'F32', shape: [1, 1] } }, 4, /does not describe/],
    ['less data than promised', { score_grad: tensor([2, 2], 'F32', 16) }, 15, /cut off: its header promises \d+ bytes/],
    ['prompt_grad without ids', { prompt_grad: tensor([1, 1], 'F32', 4) }, 4, /"prompt_ids"/],
    ['too few ids', { __metadata__: { prompt_ids: '["a"]' }, prompt_grad: tensor([2, 1], 'F32', 8) }, 8, /names 1 prompts, but "prompt_grad" has 2 rows/],
  ];
  for (const [name, header, dataBytes, sentence] of REFUSED) {
    it(`refuses ${name} in one sentence`, () => {
      const file = safetensorsFile(header, new Uint8Array(dataBytes));
      const result = safetensorsHeader(file, file.length);
      assert.match(result.kind === 'problem' ? result.problem : JSON.stringify(result), sentence);
    });
  }

  it('refuses a header length that the file cannot hold, without asking for it', () => {
    for (const length of [0n, 1n, 10_000n, 2n ** 40n, 2n ** 63n]) {
      const file = new Uint8Array(100);
      new DataView(file.buffer).setBigUint64(0, length, true);
      assert.equal(safetensorsHeader(file.subarray(0, 8), 100).kind, 'problem');
    }
    assert.equal(safetensorsHeader(new Uint8Array(3), 3).kind, 'problem');
  });

  it('names a number of rows that is not that of the log', () => {
    const layout = { tensor: 'score_grad', rows: 3, dimension: 2, type: 'F16', offset: 80, projection: null, promptIds: null } as const;
    assert.equal(layoutProblem(layout, 3, 92), null);
    assert.match(layoutProblem(layout, 4, 92) ?? '', /3 rows but the log has 4 samples/);
    assert.match(layoutProblem(layout, 3, 91) ?? '', /cut off/);
  });
});
