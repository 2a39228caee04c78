import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import { enclosingFilter } from '../../../webview/charts/enclosingFilter';
import { passRateScatter } from '../../../webview/charts/passRateScatter';
import { weightPanel } from '../../../webview/charts/weightPanel';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { exampleReport } from '../exampleReport';

const { promptTable } = exampleReport(2);

function passing(filter: string, rows = promptTable): number[] {
  const parsed = parseFilter(filter);
  assert.ok(parsed.ok, filter);
  return rows.flatMap((row, prompt) => (parsed.matches(row) ? [prompt] : []));
}

describe('enclosingFilter', () => {
  it('is the ranges of the prompts, as text', () => assert.equal(enclosingFilter(promptTable, [1, 2], 'agreement'), 'p>=0.05 p<=0.5 agreement>=-2 agreement<=3'));

  it('passes the prompts it was made from, whatever their numbers', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const rows = Array.from({ length: 300 }, (_, at) => ({
      ...promptTable[1], id: `${at}`, passRate: random(), agreement: (random() - 0.5) * 10 ** Math.floor(random() * 12 - 6), weight: random() < 0.2 ? 0 : random() * 9,
    }));
    for (let round = 0; round < 50; round++) {
      const some = rows.flatMap((_, prompt) => (random() < 0.05 ? [prompt] : []));
      if (some.length === 0) continue;
      for (const name of ['agreement', 'weight'] as const) {
        const found = new Set(passing(enclosingFilter(rows, some, name), rows));
        for (const prompt of some) assert.ok(found.has(prompt), `${enclosingFilter(rows, some, name)} leaves out ${JSON.stringify(rows[prompt])}`);
      }
    }
  });

  it('is what charts of prompts offer', () => {
    const report = exampleReport(2);
    assert.equal(passRateScatter(report).enclosing?.([1]), 'p>=0.05 p<=0.05 agreement>=-2 agreement<=-2');
    assert.deepEqual(passing(agreementPanel(report).enclosing?.([2, 3]) ?? ''), [2, 3]);
    assert.deepEqual(passing(weightPanel(report).enclosing?.([4]) ?? ''), [4]);
  });
});
