import assert from 'node:assert/strict';
import { meanOverPrompts } from '../../../src/core/counts/meanOverPrompts';
import { passAtK } from '../../../src/core/counts/passAtK';
import { passHatK } from '../../../src/core/counts/passHatK';
import { onsetSummary } from '../../../src/core/interference/onsetSummary';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import { innerProductCurve } from '../../../webview/charts/innerProductCurve';
import { passAtKCurve } from '../../../webview/charts/passAtKCurve';
import { pointAt, walkPoints, type PointPlace, type WalkKey } from '../../../webview/charts/pointWalk';
import type { AnalysisKind, Answers } from '../../../webview/state/answers';
import { exampleReport } from '../exampleReport';

const [n, c] = [20, [0, 1, 10, 19, 20]];
const report = exampleReport(2);

function answered(result: AnalysisResult, kind: AnalysisKind): Answers {
  return new Map([[kind, { asked: null, failure: null, known: { analysis: { kind: 'metrics', k: 1 }, result } }]]);
}

const metrics = answered({
  kind: 'metrics',
  simultaneous: 2.5,
  rows: [1, 2, 4].map((k) => ({
    k,
    passAtK: meanOverPrompts(c.map((count) => passAtK(n, count, k))),
    passHatK: meanOverPrompts(c.map((count) => passHatK(n, count, k))),
    mgPass: meanOverPrompts([]),
    gPass: [meanOverPrompts([]), meanOverPrompts([]), meanOverPrompts([])],
    bestOfK: null,
    majority: k === 4 ? meanOverPrompts([]) : meanOverPrompts([0, 0, 1, 1, 1]),
  })),
}, 'metrics');

describe('passAtKCurve with the other metrics', () => {
  const picture = passAtKCurve(report, metrics);

  it('draws pass^k and majority@k as curves of their own, where they are known', () => {
    assert.deepEqual(picture.curves.map((curve) => [curve.name, curve.shape ?? 'circle', ...curve.x]), [
      ['pass@k', 'circle', 1, 2, 4, 8, 16, 20], ['majority@k', 'rect', 1, 2], ['pass^k', 'triangle', 1, 2, 4],
    ]);
    // pass^2: 0, 0, (10·9)/(20·19), (19·18)/(20·19), 1
    assert.ok(Math.abs((picture.curves[2].y[1] ?? NaN) - (90 / 380 + 342 / 380 + 1) / 5) < 1e-12);
  });

  it('puts the band that holds at all k around the one that holds at each', () => {
    const [{ outer, low, high }] = picture.curves;
    const row = report.passAtK[1];
    assert.ok(row.estimate !== null && row.se !== null);
    assert.equal(outer?.low[1], Math.max(0, row.estimate - 2.5 * row.se));
    assert.equal(outer?.high[1], Math.min(1, row.estimate + 2.5 * row.se));
    assert.ok(low.length === high.length);
    assert.ok(picture.notes.some((note) => note.includes('the dashed lines around it at all k at once')));
  });

  it('has them all in its table', () => {
    assert.deepEqual(picture.twin.columns.slice(5).map(({ title }) => title), ['95% over all k', 'majority@k', 'pass^k']);
    assert.deepEqual([6, 7].map((column) => picture.twin.cell(2, column)), ['unknown', picture.curves[2].y[2]?.toFixed(3)]);
  });

  it('is walked along a curve, and up and down from one to the next', () => {
    let place: PointPlace | null = null;
    // At k = 2: majority 0.6, pass 0.573, pass^2 0.427; at k = 4 there is no majority.
    const keys: WalkKey[] = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowLeft', 'End'];
    const said = keys.map((key) => {
      place = walkPoints(picture, place, key);
      return place === null ? '' : pointAt(picture, place).lines[0].replace(/ = .*/, '');
    });
    assert.deepEqual(said, ['pass@1', 'pass@2', 'pass^2', 'pass^4', 'pass^4', 'majority@2', 'majority@2', 'majority@1', 'majority@2']);
  });

  it('is the curve alone until they are known, and says why they are not', () => {
    assert.equal(passAtKCurve(report).curves.length, 1);
    const refused: Answers = new Map([['metrics', { asked: null, known: null, failure: { analysis: { kind: 'metrics', k: 1 }, message: 'The log has gone.' } }]]);
    assert.ok(passAtKCurve(report, refused).notes.includes('Other metrics are unknown: The log has gone.'));
  });
});

describe('innerProductCurve with the onset', () => {
  const onsets = Float64Array.of(3, 2, 2, NaN, 4, 2, 3, 2, 2, 2);
  const picture = innerProductCurve(report, answered({ kind: 'onset', onsets, onset: onsetSummary(Array.from(onsets)) }, 'onset'));

  it('shows at the foot how often the conflict begins where', () => {
    assert.deepEqual(picture.marks.find((mark) => mark.kind === 'strip'), { kind: 'strip', x: [2, 3, 4], shares: [0.6, 0.2, 0.1], label: 'onset in resamples', tone: 'bad' });
  });
  it('says it in words', () => {
    assert.ok(picture.notes.includes('In 10 resamples of the prompts the inner product first falls below 0 at k = 2 (95%: k = 2 to never); in 10% it never does.'), picture.notes.join('\n'));
  });
  it('shows none where there is no conflict', () => {
    const never = innerProductCurve(report, answered({ kind: 'onset', onsets: Float64Array.of(NaN, NaN), onset: onsetSummary([NaN, NaN]) }, 'onset'));
    assert.ok(!never.marks.some((mark) => mark.kind === 'strip'));
    assert.ok(never.notes.includes('In 2 resamples of the prompts the inner product never falls below 0.'));
  });
});
