import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { report } from '../../../src/core/report';
import type { Report } from '../../../src/core/reportShape';
import { categoryBars } from '../../../webview/charts/categoryBars';
import { exampleRun } from '../exampleRun';

const run = exampleRun();

/** unsolved, hard: "number theory"; middle, easy: "algebra"; saturated: none. */
function categorised(k: number, gradients = true): Report {
  const categories = { names: ['algebra', 'number theory', 'never used'], of: Int32Array.of(1, 1, 0, 0, -1) };
  const columns = { ...run.columns, categories, gradients: gradients ? run.columns.gradients : null };
  return report(run.source, columns, { k, hardBelow: 0.1, easyAbove: 0.85 });
}

describe('categoryBars', () => {
  it('shows pass@1 of each category with its interval', () => {
    const { bars, x } = categoryBars({ report: categorised(2), choice: null });
    assert.deepEqual(x.bands, ['algebra', 'number theory']);
    assert.deepEqual(bars.map((bar) => bar.height), [(0.5 + 0.95) / 2, 0.025]);
    for (const bar of bars) assert.ok(bar.ci != null && bar.ci[0] <= bar.height && bar.height <= bar.ci[1] && bar.ci[0] >= 0 && bar.ci[1] <= 1);
  });

  it('shows pass@k, the share of the weight or agreement where that is chosen', () => {
    const heights = (choice: string): number[] => categoryBars({ report: categorised(2), choice }).bars.map((bar) => bar.height);
    assert.deepEqual(heights('weight').map((value) => value.toFixed(3)), [(1.1 / 5).toFixed(3), (3.9 / 5).toFixed(3)]);
    assert.deepEqual(heights('agreement'), [2, -2]);
    assert.deepEqual(heights('passAtK'), [((1 - 45 / 190) + 1) / 2, 0.05]);
  });

  it('offers agreement only where there are gradients', () => {
    assert.ok(!categoryBars({ report: categorised(2, false), choice: 'agreement' }).choice?.options.some(([value]) => value === 'agreement'));
    assert.equal(categoryBars({ report: categorised(2, false), choice: 'agreement' }).choice?.value, 'passAt1');
  });

  it('filters the table by a category, blanks in its name or not', () => {
    for (const bar of categoryBars({ report: categorised(2), choice: null }).bars) assert.ok(parseFilter(bar.filter).ok, bar.filter);
  });

  it('counts prompts without a category, and names all in the table', () => {
    const picture = categoryBars({ report: categorised(2), choice: null });
    assert.ok(picture.notes.includes('1 prompt without a category.'));
    assert.equal(picture.twin.rows, 2);
    assert.deepEqual([0, 1, 2, 3].map((column) => picture.twin.cell(1, column)), ['number theory', '2', '1', '0.025']);
  });

  it('says so where a log has none', () => {
    const plain = report(run.source, run.columns, { k: 2, hardBelow: 0.1, easyAbove: 0.85 });
    assert.match(categoryBars({ report: plain, choice: null }).missing?.what ?? '', /no category/);
  });
});
