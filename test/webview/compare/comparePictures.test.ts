import assert from 'node:assert/strict';
import { checkpointSeries } from '../../../src/core/compare/checkpointSeries';
import type { CheckpointColumns } from '../../../src/core/compare/checkpointColumns';
import { compareCheckpoints } from '../../../src/core/compare/compareCheckpoints';
import { passAtK } from '../../../src/core/counts/passAtK';
import type { GradientColumns } from '../../../src/core/promptColumns';
import type { ComparisonSnapshot } from '../../../src/protocol/comparisonSnapshot';
import type { Picture } from '../../../webview/charts/picture';
import { pointAt } from '../../../webview/charts/pointWalk';
import { agreementMoves } from '../../../webview/compare/agreementMoves';
import { bothCurves } from '../../../webview/compare/bothCurves';
import { bucketBars } from '../../../webview/compare/bucketBars';
import { changeByK } from '../../../webview/compare/changeByK';
import { coMovementField } from '../../../webview/compare/coMovementField';
import { CompareCounts } from '../../../webview/compare/compareCounts';
import type { CompareInput } from '../../../webview/compare/compareInput';
import { flipScatter } from '../../../webview/compare/flipScatter';
import { lostLines } from '../../../webview/compare/lostLines';
import { seriesCurves } from '../../../webview/compare/seriesCurves';
import { slopeChart } from '../../../webview/compare/slopeChart';
import { weightMoves } from '../../../webview/compare/weightMoves';
import { freshState } from '../../../webview/state/savedState';
import { exampleComparison } from '../exampleComparison';
import { exampleRun } from '../exampleRun';

const snapshot = exampleComparison();
const input = new CompareCounts().input(snapshot, freshState);
const ids = input.comparison.promptTable.map(({ id }) => id);
/** The cells of a picture's table, by the first of each row. */
function table(picture: Picture): Map<string, readonly string[]> {
  return new Map(Array.from({ length: picture.twin.rows }, (_, row) => [picture.twin.cell(row, 0), picture.twin.columns.map((_column, column) => picture.twin.cell(row, column))]));
}

describe('CompareCounts', () => {
  it('counts what the core counts, at the k of the settings', () => {
    assert.equal(input.k, 4);
    assert.deepEqual(input.comparison, compareCheckpoints(snapshot.checkpoints[0], snapshot.checkpoints[1], 4));
    assert.deepEqual(input.series, checkpointSeries(snapshot.checkpoints, 4, snapshot.defaults));
  });

  it('takes what was moved in the view, and the two that were chosen', () => {
    const turned = new CompareCounts().input(snapshot, { ...freshState, k: 2, compared: [1, 0] });
    assert.deepEqual(turned.comparison, compareCheckpoints(snapshot.checkpoints[1], snapshot.checkpoints[0], 2));
  });

  it('counts nothing anew while nothing moves', () => {
    const counts = new CompareCounts();
    assert.equal(counts.input(snapshot, freshState), counts.input(snapshot, { ...freshState, scroll: { ...freshState.scroll, page: 7 } }));
    assert.notEqual(counts.input(snapshot, freshState), counts.input(snapshot, { ...freshState, k: 3 }));
  });

  it('stops at no k that either side cannot carry', () => assert.equal(new CompareCounts().stops(snapshot).at(-1), 20));
});

describe('flipScatter', () => {
  const picture = flipScatter(input);
  it('draws every paired prompt once, by whether it clearly moved', () => {
    const drawn = new Map(picture.clouds.map((cloud) => [cloud.name, Array.from(cloud.prompt, (row) => ids[row])]));
    assert.deepEqual(drawn, new Map([['no clear movement', ['hard', 'middle', 'saturated']], ['rose', ['unsolved']], ['fell', ['easy']]]));
    const [, rose] = picture.clouds;
    assert.deepEqual([rose.x[0], rose.y[0]], [0, 0.4]);
  });
  it('opens the prompt of a point, which says how it moved', () => {
    const { lines, opens } = pointAt(picture, { series: 2, point: 0 });
    assert.deepEqual(opens, { prompt: ids.indexOf('easy') });
    assert.deepEqual(lines.slice(0, 2), ['easy', '19 of 20 → 0 of 20']);
    assert.match(lines[2], /^change −0\.950 \(95% CI −0\.9\d+ to −0\.7\d+\)$/);
  });
  it('tells shapes apart, not colours alone', () => assert.equal(new Set(picture.clouds.map((cloud) => cloud.shape)).size, 3));
});

describe('slopeChart', () => {
  const picture = slopeChart(input);
  it('draws a line for every prompt that moved, and its two ends', () => {
    assert.equal(picture.lines?.length, 4);
    assert.deepEqual(picture.lines?.map(({ points }) => points.map(([, y]) => y)).sort((a, b) => a[0] - b[0]), [[0, 0.4], [0.05, 0.1], [0.5, 0.55], [0.95, 0]]);
    assert.equal(picture.clouds.reduce((sum, cloud) => sum + cloud.x.length, 0), 8);
    assert.equal(picture.twin.rows, 4);
  });
  it('names both ends', () => assert.deepEqual(picture.x.names?.map(({ name }) => name), ['before', 'after']));
});

describe('changeByK', () => {
  it('is the paired change of pass@k at every k, and its first-order part', () => {
    const picture = changeByK(input);
    const [observed, first] = picture.curves;
    const [before, after] = [[0, 1, 10, 19, 20], [8, 2, 11, 0, 20]];
    for (const [at, k] of observed.x.entries()) {
      const mean = before.reduce((sum, c, x) => sum + (passAtK(20, after[x], k) - passAtK(20, c, k)) / 5, 0);
      assert.ok(Math.abs((observed.y[at] ?? NaN) - mean) < 1e-12, `k = ${k}`);
    }
    assert.equal(first.y[0], observed.y[0]);
    assert.ok(picture.marks.some((mark) => mark.kind === 'upright' && mark.x === 4));
  });
});

describe('bothCurves', () => {
  it('is pass@k of either side over all its prompts', () => {
    const { curves } = bothCurves(input);
    const at = curves[0].x.indexOf(4);
    const mean = (counts: readonly number[]): number => counts.reduce((sum, c) => sum + passAtK(20, c, 4), 0) / counts.length;
    assert.ok(Math.abs((curves[0].y[at] ?? NaN) - mean([0, 1, 10, 19, 20, 5])) < 1e-12);
    assert.ok(Math.abs((curves[1].y[at] ?? NaN) - mean([7, 20, 0, 11, 2, 8])) < 1e-12);
  });
});

describe('weightMoves', () => {
  it('draws weights before against after, 0 on the lowest line', () => {
    const picture = weightMoves(input);
    const rows = table(picture);
    // w_4 of an unsolved prompt is 4 · C(20, 3)/C(20, 3); of a saturated one 0.
    assert.deepEqual(rows.get('unsolved')?.slice(1, 3), ['4.00', ((4 * (12 * 11 * 10)) / (20 * 19 * 18)).toFixed(3)]);
    assert.deepEqual(rows.get('saturated')?.slice(1, 3), ['0', '0']);
    const [unclear] = picture.clouds;
    assert.equal(unclear.x[2], picture.x.min);
  });
  it('says that k = 1 weighs all alike', () => assert.match(weightMoves({ ...input, k: 1 }).missing?.what ?? '', /^At k = 1/));
});

describe('agreementMoves', () => {
  const gradients = (agreement: readonly number[]): GradientColumns => ({ ...(exampleRun().columns.gradients as GradientColumns), included: new Uint8Array(6).fill(1), agreement: Float64Array.from(agreement), agreementSe: new Float64Array(6).fill(0.1) });
  const withGradients = (at: 0 | 1, agreement: readonly number[]): CheckpointColumns => ({ ...snapshot.checkpoints[at], columns: { ...snapshot.checkpoints[at].columns, gradients: gradients(agreement) } });

  it('draws what is known on both sides', () => {
    const both = { ...snapshot, checkpoints: [withGradients(0, [NaN, -2, 3, 1, NaN, 9]), withGradients(1, [9, NaN, 0.5, -1, -3, 2])] };
    const picture = agreementMoves(new CompareCounts().input(both, freshState));
    const points = picture.clouds.flatMap((cloud) => Array.from(cloud.prompt, (row, point) => [ids[row], cloud.x[point], cloud.y[point]]));
    assert.deepEqual(points, [['hard', -2, -3], ['middle', 3, -1], ['easy', 1, 0.5]]);
    assert.match(picture.notes[0], /^1 prompt below 0 before, 2 after/);
    assert.match(picture.notes[1], /^2 prompts unknown/);
  });

  it('says which side has no gradients', () => {
    const one = { ...snapshot, checkpoints: [withGradients(0, [0, 0, 0, 0, 0, 0]), snapshot.checkpoints[1]] };
    assert.equal(agreementMoves(new CompareCounts().input(one, freshState)).missing?.what, '“after” has no gradients, so how agreement moved is unknown.');
  });
});

describe('bucketBars', () => {
  it('is the change by the pass rate before, which other samples chose', () => {
    const picture = bucketBars(input);
    assert.deepEqual(picture.bars.map((bar) => bar.height), input.comparison.buckets.map(({ movement }) => movement.estimate ?? NaN));
    assert.equal(picture.x.bands?.[0], '0');
  });

  it('opens the prompts of a bar, those that its numbers are of', () => {
    const picture = bucketBars(input);
    assert.deepEqual(picture.bars.map(({ prompts }) => prompts?.().length), input.comparison.buckets.map(({ movement }) => movement.prompts));
    // Of the ten samples that choose: unsolved 0, hard 1, middle 5, easy 10 (19 halved, rounded up), saturated 10.
    const named = picture.bars.map((_bar, point) => {
      const { opens } = pointAt(picture, { series: 0, point });
      return opens !== null && 'chooses' in opens ? opens.chooses.map((row) => ids[row]) : null;
    });
    assert.deepEqual(named, [['unsolved'], ['hard'], [], ['middle'], [], [], ['easy', 'saturated']]);
  });
});

/** A third checkpoint, at which "middle" is lost as well. */
function three(): ComparisonSnapshot {
  const last = snapshot.checkpoints[1];
  const c = last.columns.c.slice();
  c[last.columns.id.indexOf('middle')] = 0;
  return { ...snapshot, checkpoints: [...snapshot.checkpoints, { ...last, name: 'last', step: 30, columns: { ...last.columns, c } }] };
}

describe('a series of checkpoints', () => {
  const series: CompareInput = new CompareCounts().input(three(), freshState);

  it('draws pass@1 and pass@k over the steps, of the prompts that all have', () => {
    const picture = seriesCurves(series);
    assert.deepEqual(picture.curves.map((curve) => curve.name), ['pass@1', 'pass@4']);
    assert.deepEqual(picture.curves[0].x, [0, 10, 30]);
    const rates = [50 / 100, 41 / 100, 30 / 100];
    for (const [at, rate] of rates.entries()) assert.ok(Math.abs((picture.curves[0].y[at] ?? NaN) - rate) < 1e-12);
    assert.match(picture.notes[0], /^pass@1: 0\.500 → 0\.300, change −0\.200/);
    assert.deepEqual(table(picture).get('last')?.slice(1, 2), ['0.300']);
  });

  it('stands one after the other where no step is told', () => {
    const unnamed = { ...snapshot, checkpoints: snapshot.checkpoints.map((checkpoint) => ({ ...checkpoint, step: null })) };
    assert.deepEqual(seriesCurves(new CompareCounts().input(unnamed, freshState)).curves[0].x, [0, 1]);
  });

  it('follows the prompts that were solved and then lost', () => {
    const picture = lostLines(series, three().checkpoints);
    const followed = new Map(picture.curves.map((curve) => [curve.name, curve.y]));
    assert.deepEqual(followed.get('middle'), [0.5, 0.55, 0]);
    assert.deepEqual(followed.get('easy'), [0.95, 0, 0]);
    assert.deepEqual(table(picture).get('middle')?.slice(1, 4), ['after', '0.550', '0.000']);
    assert.equal(lostLines(input, snapshot.checkpoints).missing === null, input.series.lost.length > 0);
  });

  it('shows which groups moved together, and that two checkpoints cannot', () => {
    const picture = coMovementField(series);
    const size = series.series.coMovement?.groups.length ?? 0;
    assert.equal(picture.field?.columns, size);
    assert.deepEqual(Array.from(picture.field?.values ?? []), Array.from(Float32Array.from(series.series.coMovement?.blocks ?? [])));
    assert.match(coMovementField(input).missing?.what ?? '', /three checkpoints/);
  });
});
