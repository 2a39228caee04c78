import assert from 'node:assert/strict';
import type { PromptColumns } from '../../src/core/promptColumns';
import { report } from '../../src/core/report';
import { seededRandom } from '../bench/seededRandom';
import { jsonPieces } from '../../src/cli/jsonPieces';

describe('jsonPieces', () => {
  it('are together what JSON.stringify writes, whatever the length of lists', () => {
    const row = (at: number) => ({ id: `p${at}\n"é`, n: at, ci: [0, null], flag: null, nested: { a: [] } });
    for (const length of [0, 1, 999, 1000, 1001, 2000, 2503]) {
      const report = { schema: 'x', source: { files: [] }, empty: {}, list: Array.from({ length }, (_, at) => row(at)), left: undefined, numbers: Array.from({ length }, (_, at) => at / 3), last: null };
      assert.equal([...jsonPieces(report)].join(''), `${JSON.stringify(report, null, 1)}\n`, `lists of ${length}`);
    }
    assert.equal([...jsonPieces({})].join(''), '{}\n');
  });

  it('are what JSON.stringify writes of rows that differ in any member, or only in their id', () => {
    const random = seededRandom(5);
    const n = Int32Array.from({ length: 3000 }, () => 2 + Math.floor(random() * 4));
    const columns: PromptColumns = {
      id: Array.from(n, (_, row) => `p"${row}`), n, c: n.map((samples) => Math.floor(random() * (samples + 1))), errored: new Int32Array(n.length),
      exactRate: Float64Array.from(n, (_, row) => (row % 50 === 0 ? random() : NaN)), gradients: null, categories: { names: ['x', 'y'], of: n.map(() => Math.floor(random() * 3) - 1) },
    };
    const source = { files: [], samples: 0, malformedCount: 0, malformed: [], errored: 0, duplicates: 0 };
    const made = report(source, columns, { k: 2, hardBelow: 0.1, easyAbove: 0.85 }, new Map([['p"7', 'hard'], ['p"70', 'hard'], ['p"71', 'easy']]));
    assert.equal([...jsonPieces(made, made.promptTable)].join(''), `${JSON.stringify(made, null, 1)}\n`);
  });

  it('are small where a list is long', () => {
    const report = { list: Array.from({ length: 50_000 }, (_, at) => ({ at })) };
    for (const piece of jsonPieces(report)) assert.ok(piece.length < 50_000);
  });
});
