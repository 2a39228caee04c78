import assert from 'node:assert/strict';
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

  it('are small where a list is long', () => {
    const report = { list: Array.from({ length: 50_000 }, (_, at) => ({ at })) };
    for (const piece of jsonPieces(report)) assert.ok(piece.length < 50_000);
  });
});
