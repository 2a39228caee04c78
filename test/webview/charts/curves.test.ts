import assert from 'node:assert/strict';
import { concentrationCurve } from '../../../webview/charts/concentrationCurve';
import { innerProductCurve } from '../../../webview/charts/innerProductCurve';
import { passAtKCurve } from '../../../webview/charts/passAtKCurve';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { exampleReport } from '../exampleReport';

/** C(n - c, k)/C(n, k) as a product of whole-number ratios. */
function missesAll(n: number, c: number, k: number): number {
  let share = 1;
  for (let i = 0; i < k; i++) share *= Math.max(0, n - c - i) / (n - i);
  return share;
}

describe('passAtKCurve', () => {
  const picture = passAtKCurve(exampleReport(2));
  const [curve] = picture.curves;

  it('draws pass@k of every k at which it is known', () => {
    for (const [at, k] of curve.x.entries()) {
      if (k > 20) continue;
      const truth = [0, 1, 10, 19, 20].reduce((sum, c) => sum + 1 - missesAll(20, c, k), 0) / 5;
      assert.ok(Math.abs((curve.y[at] ?? NaN) - truth) < 1e-12, `k = ${k}`);
    }
    assert.deepEqual(curve.x.filter((k) => k <= 20), [1, 2, 4, 8, 16, 20]);
  });

  it('says which part is fragile', () => {
    assert.deepEqual(curve.certainty.filter((_, at) => curve.x[at] <= 20), ['solid', 'solid', 'solid', 'solid', 'fragile', 'fragile']);
    assert.ok(picture.marks.some((mark) => mark.kind === 'region' && mark.label === 'fragile' && mark.xMin === 10));
  });

  it('has a scale with height even where all is 0', () => {
    const report = exampleReport(2);
    const flat = passAtKCurve({ ...report, passAtK: report.passAtK.map((row) => ({ ...row, estimate: 0, ci: [0, 0] as const })) });
    assert.deepEqual([flat.y.min, flat.y.max], [0, 0.1]);
    const full = passAtKCurve({ ...report, passAtK: report.passAtK.map((row) => ({ ...row, estimate: 1, ci: [1, 1] as const })) });
    assert.deepEqual([full.y.min, full.y.max], [0.9, 1]);
  });
});

describe('innerProductCurve', () => {
  const picture = innerProductCurve(exampleReport(2));

  it('draws the inner product with its band, and marks where k is', () => {
    const [curve] = picture.curves;
    assert.deepEqual(curve.x, [1, 2, 4]);
    assert.deepEqual(curve.y, [0.4, -0.14, -1.0717]);
    // five prompts: 2.776 standard errors
    assert.ok(Math.abs((curve.low[1] ?? NaN) - (-0.14 - 2.7764451052 * 0.01)) < 1e-6);
    assert.ok(picture.marks.some((mark) => mark.kind === 'upright' && mark.x === 2));
  });

  it('shades the runs of k with a conflict and names them', () => {
    const regions = picture.marks.filter((mark) => mark.kind === 'region');
    assert.deepEqual(regions.map((mark) => [mark.xMin, mark.xMax, mark.label]), [[2, 4, 'conflict']]);
    assert.equal(picture.notes[0], 'Conflict at k = 2 to 4.');
  });

  it('opens a k, not a prompt', () => assert.equal(picture.curves[0].prompt, null));

  it('draws nothing without gradients', () => {
    const bare = innerProductCurve(exampleReport(2, { gradients: null }));
    assert.deepEqual(bare.curves[0].x, []);
    assert.notEqual(bare.missing, null);
  });
});

describe('concentrationCurve', () => {
  const picture = concentrationCurve(exampleReport(2));
  const [curve] = picture.curves;

  it('adds the weights up, heaviest first', () => {
    // 2, 1.9, 1, 0.1, 0 of 5.0
    assert.deepEqual(curve.x, [0, 1, 2, 3, 4, 5]);
    for (const [at, share] of [0, 0.4, 0.78, 0.98, 1, 1].entries()) assert.ok(Math.abs((curve.y[at] ?? NaN) - share) < 1e-12);
    assert.deepEqual(curve.prompt, [null, 0, 1, 2, 3, 4]);
    assert.match(picture.notes[0], /^Half of the weight lies on 2 prompts of 5;/);
  });

  it('says so when there is no weight, and whether it is unknown or 0', () => {
    assert.match(concentrationCurve(exampleReport(500)).missing?.what ?? '', /^No prompt has enough samples/);
    const report = exampleReport(2);
    const none = { ...report, promptTable: report.promptTable.map((row) => ({ ...row, weight: 0 })) };
    assert.match(concentrationCurve(none).missing?.what ?? '', /^Every known weight at k = 2 is estimated as 0/);
  });
});

describe('passRateHistogram', () => {
  const report = exampleReport(2);
  const picture = passRateHistogram(report);

  it('counts every prompt once, unsolved and saturated apart', () => {
    assert.deepEqual(picture.bars.map((bar) => bar.height), [1, 1, 0, 1, 0, 0, 1, 1]);
  });

  it('gives each bar the filter that shows its prompts', () => {
    for (const bar of picture.bars) {
      const filter = parseFilter(bar.filter);
      assert.ok(filter.ok, bar.filter);
      assert.equal(report.promptTable.filter(filter.matches).length, bar.height, bar.filter);
    }
  });

  it('counts a rate on an edge in the bin that ends there, as its filter does', () => {
    const rates = [0.1, 0.25, 0.5, 0.75, 1.1 - 0.2, 0.1 + 0.2, 0.05, 0.99];
    const rows = rates.map((passRate, at) => ({ ...report.promptTable[1], id: `${at}`, passRate }));
    const edges = passRateHistogram({ ...report, promptTable: rows });
    assert.deepEqual(edges.bars.map((bar) => bar.height), [0, 2, 1, 2, 1, 1, 1, 0]);
    for (const bar of edges.bars) {
      const filter = parseFilter(bar.filter);
      assert.ok(filter.ok);
      assert.equal(rows.filter(filter.matches).length, bar.height, bar.filter);
    }
  });
});
