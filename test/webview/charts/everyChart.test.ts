import assert from 'node:assert/strict';
import { report } from '../../../src/core/report';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import { categoryBars } from '../../../webview/charts/categoryBars';
import { concentrationCurve } from '../../../webview/charts/concentrationCurve';
import { costCurve } from '../../../webview/charts/costCurve';
import { showsPrompts } from '../../../webview/charts/framedPrompts';
import { innerProductCurve } from '../../../webview/charts/innerProductCurve';
import { lengthScatter } from '../../../webview/charts/lengthScatter';
import { passAtKCurve } from '../../../webview/charts/passAtKCurve';
import { passRateHistogram } from '../../../webview/charts/passRateHistogram';
import { passRateScatter } from '../../../webview/charts/passRateScatter';
import type { Picture } from '../../../webview/charts/picture';
import { pointAt, walkPoints, type PointPlace } from '../../../webview/charts/pointWalk';
import { twinCsv } from '../../../webview/charts/twinCsv';
import { weightedAgreementPanel } from '../../../webview/charts/weightedAgreementPanel';
import { weightPanel } from '../../../webview/charts/weightPanel';
import { bothCurves } from '../../../webview/compare/bothCurves';
import { bucketBars } from '../../../webview/compare/bucketBars';
import { changeByK } from '../../../webview/compare/changeByK';
import { CompareCounts } from '../../../webview/compare/compareCounts';
import { flipScatter } from '../../../webview/compare/flipScatter';
import { seriesCurves } from '../../../webview/compare/seriesCurves';
import { slopeChart } from '../../../webview/compare/slopeChart';
import { weightMoves } from '../../../webview/compare/weightMoves';
import { freshState } from '../../../webview/state/savedState';
import { exampleComparison } from '../exampleComparison';
import { exampleRun } from '../exampleRun';

const bare = exampleRun();
const run = {
  ...bare,
  columns: {
    ...bare.columns,
    categories: { names: ['algebra', 'logic'], of: Int32Array.of(0, 1, 0, 1, -1) },
    lengths: { unit: 'tokens' as const, correct: Float64Array.of(NaN, 50, 60, 70, 80), wrong: Float64Array.of(90, 80, 70, 60, NaN) },
  },
};
const made = report(run.source, run.columns, { k: 2, ks: [1, 2, 4, 8, 16, 20], hardBelow: 0.1, easyAbove: 0.85 });
const input = { run, report: made, answers: new Map(), choice: null };
const snapshot = exampleComparison();
const compared = new CompareCounts().input(snapshot, freshState);

type Opens = 'prompt' | 'k' | 'filter' | 'chooses' | 'nothing';

/** What a click on a point opens, whether a drag selects prompts, and whether a point tells an interval. The heatmap and the plane are tested by themselves. */
const charts: readonly (readonly [name: string, picture: Picture, opens: Opens, drag: boolean, interval: boolean])[] = [
  ['agreement', agreementPanel(made), 'prompt', true, true],
  ['weights', weightPanel(made), 'prompt', true, true],
  ['weightedAgreement', weightedAgreementPanel(made), 'prompt', true, true],
  ['scatter', passRateScatter(made), 'prompt', true, true],
  ['passAtK', passAtKCurve(made), 'k', false, true],
  ['innerProduct', innerProductCurve(made), 'k', false, true],
  ['concentration', concentrationCurve(made), 'prompt', true, false],
  ['passRates', passRateHistogram(made), 'filter', true, false],
  ['cost', costCurve(input), 'k', false, true],
  ['categories', categoryBars(input), 'filter', true, true],
  ['lengths', lengthScatter(input), 'prompt', true, true],
  ['series', seriesCurves(compared), 'nothing', false, true],
  ['changeByK', changeByK(compared), 'k', false, true],
  ['bothCurves', bothCurves(compared), 'k', false, true],
  ['flips', flipScatter(compared), 'prompt', true, true],
  ['slopes', slopeChart(compared), 'prompt', true, true],
  ['weightMoves', weightMoves(compared), 'prompt', true, true],
  ['buckets', bucketBars(compared), 'chooses', true, true],
];

/** From the first point to the last by the key for the next, and along the other curves. */
function walked(picture: Picture): PointPlace[] {
  const places: PointPlace[] = [];
  const seen = new Set<string>();
  for (const start of picture.clouds.length > 0 || picture.curves.length === 0 ? [null] : picture.curves.map((_, series): PointPlace => ({ series, point: 0 }))) {
    for (let at: PointPlace | null = start ?? walkPoints(picture, null, 'ArrowRight'); at !== null && !seen.has(`${at.series} ${at.point}`); at = walkPoints(picture, at, 'ArrowRight')) {
      seen.add(`${at.series} ${at.point}`);
      places.push(at);
    }
  }
  return places;
}

describe('every chart', () => {
  for (const [name, picture, opens, drag, interval] of charts) {
    it(`${name}: walks to every point by keyboard, each of which tells its numbers and opens what it should`, () => {
      assert.equal(picture.missing, null);
      const places = walked(picture);
      const drawn = picture.clouds.reduce((sum, cloud) => sum + cloud.x.length, 0) + picture.curves.reduce((sum, curve) => sum + curve.y.filter((y) => y !== null).length, 0) + picture.bars.filter((bar) => !Number.isNaN(bar.height)).length;
      assert.equal(places.length, drawn);
      for (const place of places) {
        const { lines, opens: found } = pointAt(picture, place);
        assert.ok(lines.length > 0 && lines.every((line) => line !== '' && !/NaN|undefined|Infinity/.test(line)), lines.join(' | '));
        const isOrigin = name === 'concentration' && place.point === 0;
        assert.ok(isOrigin || (opens === 'nothing' ? found === null : found !== null && opens in found), `${lines[0]}: ${JSON.stringify(found)}`);
      }
      assert.equal(places.some((place) => /CI|±/.test(pointAt(picture, place).lines.join(' '))), interval);
    });

    it(`${name}: ${drag ? 'selects prompts by a drag' : 'has no prompts to select'}`, () => assert.equal(showsPrompts(picture), drag));

    it(`${name}: has a table, a CSV of it, and a sentence for those who see neither`, () => {
      const { twin } = picture;
      assert.ok(twin.rows > 0 && twin.columns.length > 1);
      const lines = twinCsv(twin).trim().split('\n');
      assert.equal(lines.length, twin.rows + 1);
      assert.doesNotMatch(lines.join('\n'), /NaN|undefined/);
      assert.ok(picture.summary.length > 10 && picture.title.length > 0 && picture.basis.length > 0);
    });
  }
});
