import assert from 'node:assert/strict';
import { parseFilter } from '../../../src/core/filter/parseFilter';
import { concentrationCurve } from '../../../webview/charts/concentrationCurve';
import { framedPrompts, showsPrompts } from '../../../webview/charts/framedPrompts';
import { passAtKCurve } from '../../../webview/charts/passAtKCurve';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import { passRateScatter } from '../../../webview/charts/passRateScatter';
import type { Picture } from '../../../webview/charts/picture';
import { exampleReport } from '../exampleReport';

/** Ten pixels a unit from left to right; from 100 a hundred a unit upwards. */
const scales = { x: { getPixelForValue: (value: number) => 10 * value }, y: { getPixelForValue: (value: number) => 100 - 100 * value } };
const report = exampleReport(2);
const frame = (left: number, right: number, top = -1000, bottom = 1000): { left: number; right: number; top: number; bottom: number } => ({ left, right, top, bottom });
const passing = (filter: string): string[] => report.promptTable.filter(parseFilter(filter, report.promptTable).matches).map(({ id }) => id);

describe('framedPrompts', () => {
  it('are those of the points of clouds, each once', () => {
    assert.deepEqual(framedPrompts(scales, passRateScatter(report), frame(0, 1), [2, 1, 2]), [2, 1]);
  });

  it('are those of the bars whose middle is covered, and the filter shows them and no others', () => {
    const picture = passRateHistogram(report);
    // Bars: 0, ≤0.1, ≤0.25, ≤0.5, ≤0.75, ≤0.9, <1, 1.
    const prompts = framedPrompts(scales, picture, frame(4, 36), []);
    assert.deepEqual(prompts, [0, 1, 2]);
    assert.deepEqual(passing(picture.enclosing?.(prompts) ?? ''), ['unsolved', 'hard', 'middle']);
    assert.deepEqual(framedPrompts(scales, picture, frame(6, 14), []), [], 'no middle is in it');
  });

  it('are those of the points of a curve in the frame, and of all between them', () => {
    const picture = concentrationCurve(report);
    const prompts = framedPrompts(scales, picture, frame(9, 31), []);
    assert.deepEqual(prompts, [0, 1, 2]);
    assert.deepEqual(passing(picture.enclosing?.(prompts) ?? ''), ['unsolved', 'hard', 'middle']);
    // The second carries 3.9 of the 5 of the weight up to it: at 22 from the top.
    assert.deepEqual(framedPrompts(scales, picture, frame(9, 31, 20, 25), []), [1]);
  });

  it('are those of the rows and columns of the cells of a matrix', () => {
    const field: NonNullable<Picture['field']> = { columns: 4, rows: 4, x: [0, 4], y: [0, 1], values: new Float32Array(16), order: null, reach: 1, describe: () => [], pair: (column: number, row: number) => [10 + row, 20 + column] as const };
    const picture: Picture = { ...passRateHistogram(report), bars: [], field };
    // Columns 1 and 2; rows whose middles lie from 0.5 to 1: 2 and 3.
    assert.deepEqual(framedPrompts(scales, picture, frame(12, 28, 0, 50), []), [12, 13, 21, 22]);
    assert.deepEqual(framedPrompts(scales, picture, frame(12, 13), []), []);
  });

  it('are none where points are k', () => {
    assert.equal(showsPrompts(passAtKCurve(report)), false);
    for (const picture of [passRateScatter(report), passRateHistogram(report), concentrationCurve(report)]) assert.equal(showsPrompts(picture), true);
  });
});
