import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import { innerProductCurve } from '../../../webview/charts/innerProductCurve';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import type { Picture } from '../../../webview/charts/picture';
import { pointAt, walkPoints, type PointPlace, type WalkKey } from '../../../webview/charts/pointWalk';
import { weightPanel } from '../../../webview/charts/weightPanel';
import { exampleReport } from '../exampleReport';

const report = exampleReport(2);

/** First words of the points that the keys go through. */
function walk(picture: Picture, ...keys: WalkKey[]): string[] {
  let place: PointPlace | null = null;
  return keys.map((key) => {
    place = walkPoints(picture, place, key);
    return place === null ? 'nothing' : pointAt(picture, place).lines[0];
  });
}

describe('walkPoints', () => {
  it('goes from left to right through all clouds, and stays at the end', () => {
    assert.deepEqual(walk(weightPanel(report), 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'), ['unsolved', 'hard', 'middle', 'easy', 'saturated', 'saturated']);
  });
  it('goes up and down by value', () => assert.deepEqual(walk(agreementPanel(report), 'Home', 'ArrowUp', 'ArrowUp', 'ArrowDown'), ['hard', 'easy', 'middle', 'easy']));
  it('goes to the ends', () => assert.deepEqual(walk(agreementPanel(report), 'End', 'Home'), ['easy', 'hard']));
  it('goes along a curve by k', () => {
    assert.deepEqual(walk(innerProductCurve(report), 'ArrowRight', 'ArrowRight', 'ArrowUp'), ['k = 1: inner product 0.400', 'k = 2: inner product −0.140', 'k = 4: inner product −1.07']);
  });
  it('has nowhere to go in an empty picture', () => assert.deepEqual(walk(agreementPanel(exampleReport(2, { gradients: null })), 'ArrowRight'), ['nothing']));
});

describe('pointAt', () => {
  it('says what opening does: a prompt, a k, or a filter', () => {
    assert.deepEqual(pointAt(agreementPanel(report), { series: 0, point: 0 }).opens, { prompt: 1 });
    assert.deepEqual(pointAt(innerProductCurve(report), { series: 0, point: 2 }).opens, { k: 4 });
    assert.deepEqual(pointAt(passRateHistogram(report), { series: 0, point: 0 }).opens, { filter: 'state:unsolved' });
  });
  it('describes a prompt by its numbers', () => {
    assert.deepEqual(pointAt(agreementPanel(report), { series: 0, point: 0 }).lines, [
      'hard', 'pass rate 0.050 (95% CI 0.009 to 0.236), 1 of 20', 'weight at k = 2: 1.90', 'agreement −2.00 ± 0.50', 'weighted agreement −3.80', 'flagged: review',
    ]);
  });
});
