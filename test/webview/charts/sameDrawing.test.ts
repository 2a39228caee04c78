import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import { passAtKCurve } from '../../../webview/charts/passAtKCurve';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import { passRateScatter } from '../../../webview/charts/passRateScatter';
import { sameDrawing } from '../../../webview/charts/sameDrawing';
import { weightPanel } from '../../../webview/charts/weightPanel';
import { exampleReport } from '../exampleReport';

describe('sameDrawing', () => {
  it('spares what a move of k leaves as it is', () => {
    for (const chart of [agreementPanel, passRateHistogram]) assert.equal(sameDrawing(chart(exampleReport(2)), chart(exampleReport(4))), true);
  });

  it('draws what k moves', () => {
    for (const chart of [weightPanel, passRateScatter, passAtKCurve]) assert.equal(sameDrawing(chart(exampleReport(2)), chart(exampleReport(4))), false);
  });

  it('draws what the thresholds move', () => {
    const other = exampleReport(2, {}, { hardBelow: 0.6, easyAbove: 0.97 });
    assert.equal(sameDrawing(agreementPanel(exampleReport(2)), agreementPanel(other)), false);
  });

  it('sees a change in every part of a point', () => {
    const picture = agreementPanel(exampleReport(2));
    const [cloud, ...rest] = picture.clouds;
    for (const change of [{ x: Float64Array.of(9) }, { y: Float64Array.of(9) }, { error: null }, { radius: Float64Array.of(9) }, { prompt: Int32Array.of(9) }]) {
      assert.equal(sameDrawing(picture, { ...picture, clouds: [{ ...cloud, ...change }, ...rest] }), false, Object.keys(change)[0]);
    }
    assert.equal(sameDrawing(picture, { ...picture, marks: picture.marks.slice(1) }), false);
    assert.equal(sameDrawing(picture, { ...picture, clouds: rest }), false);
  });
});
