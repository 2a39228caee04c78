import assert from 'node:assert/strict';
import { cosineKernel } from '../../core/cosineKernel';
import { kernelBlocks } from '../../../src/core/interference/kernelBlocks';
import type { PromptGradient } from '../../../src/core/interference/promptGradient';
import type { AnalysisResult } from '../../../src/protocol/analysis';
import { kernelHeatmap } from '../../../webview/charts/kernelHeatmap';
import type { Picture } from '../../../webview/charts/picture';
import { pointAt, walkPoints, type PointPlace, type WalkKey } from '../../../webview/charts/pointWalk';
import type { Answers } from '../../../webview/state/answers';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

type Kernel = Extract<AnalysisResult, { kind: 'kernel' }>;

/** "hard" and "easy" pull apart, "middle" goes a way of its own; rows 1, 2 and 3 of the example run. */
const gradients = [null, [-1, 0.2], [0.3, 1], [1, 0.1], null].map((vector): PromptGradient | null => (vector === null ? null : { vector: Float64Array.from(vector), squaredNorm: vector.reduce((sum, value) => sum + value * value, 0) }));
const known = gradients.filter((gradient) => gradient !== null);
const kernel: Kernel = {
  kind: 'kernel', prompts: Int32Array.of(1, 2, 3), unknown: 0,
  cosine: Float32Array.from(cosineKernel(known)),
  blocks: kernelBlocks(gradients, [0, 0, 1, 2, 2], 3),
};
const asked = { kind: 'kernel', prompts: [1, 2, 3] } as const;
const answers: Answers = new Map([['kernel', { asked: null, failure: null, known: { analysis: asked, result: kernel } }]]);
const draw = (choice: string | null = null, from: Answers = answers): Picture => kernelHeatmap({ run: exampleRun(), report: exampleReport(2), answers: from, choice });
const cosineOf = (a: number, b: number): number => {
  const [x, y] = [gradients[a]?.vector ?? [], gradients[b]?.vector ?? []];
  return (x[0] * y[0] + x[1] * y[1]) / Math.hypot(x[0], x[1]) / Math.hypot(y[0], y[1]);
};

describe('kernelHeatmap', () => {
  it('draws the cosine of every two prompts, from hard to easy', () => {
    const { field } = draw();
    assert.ok(field);
    for (const row of [0, 1, 2]) for (const column of [0, 1, 2]) {
      assert.ok(Math.abs(field.values[3 * row + column] - cosineOf(row + 1, column + 1)) < 1e-6);
      assert.deepEqual(field.pair?.(column, row), [row + 1, column + 1]);
    }
    assert.deepEqual(draw().x.names?.map(({ name }) => name), ['hard', 'middle', 'easy']);
  });

  it('draws the rows that are there while it is worked out, and says how far it is', () => {
    const cosine = kernel.cosine.slice().fill(NaN, 6);
    cosine[2] = cosine[5] = NaN;
    const picture = draw('clustered', new Map([['kernel', { asked: { request: 1, analysis: asked }, failure: null, known: null, part: { prompts: kernel.prompts, cosine, rows: 2 } }]]));
    assert.equal(picture.missing, null);
    assert.equal(picture.summary, 'Being worked out: 2 of 3 prompts so far.');
    assert.deepEqual(picture.notes, [picture.summary]);
    assert.equal(picture.field?.values, cosine);
    assert.match(picture.field.describe(0, 1)[0], /^cosine /);
    assert.deepEqual(picture.field.describe(2, 1), ['not worked out yet']);
    assert.deepEqual(picture.field.pair?.(0, 1), [2, 1]);
    assert.deepEqual(picture.choice?.value, 'clustered');
  });

  it('says of a pair what a step for one does to the other', () => {
    const { field } = draw();
    const [said, first, second] = field?.describe(2, 0) ?? [];
    assert.equal(said, `cosine −${Math.abs(cosineOf(1, 3)).toFixed(3)}: a step for one unlearns the other`);
    assert.match(first, /^hard, hard, pass rate 0\.050/);
    assert.match(second, /^easy, easy, pass rate 0\.950/);
    assert.match(field?.describe(1, 2)[0] ?? '', /helps the other$/);
    assert.deepEqual(field?.describe(1, 1), ['middle', 'itself']);
  });

  it('opens both prompts of a cell, by keyboard too', () => {
    const picture = draw();
    let place: PointPlace | null = null;
    const keys: WalkKey[] = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowRight', 'PageUp'];
    const pairs = keys.map((key) => {
      place = walkPoints(picture, place, key);
      return place === null ? null : pointAt(picture, place).opens;
    });
    assert.deepEqual(pairs, [[1, 1], [1, 2], [2, 2], [2, 3], [2, 3], [1, 3]].map((pair) => ({ pair })));
  });

  it('puts prompts that are alike together when that is chosen, and still names the right pair', () => {
    const { field, choice, x } = draw('clustered');
    assert.equal(choice?.value, 'clustered');
    assert.deepEqual(x.names, []);
    // The two that are least alike end up apart.
    assert.deepEqual(field?.order?.[1], 1);
    for (const row of [0, 1, 2]) for (const column of [0, 1, 2]) {
      const [a, b] = field?.pair?.(column, row) ?? [0, 0];
      assert.match(field?.describe(column, row)[0] ?? '', a === b ? /^(hard|middle|easy)$/ : new RegExp(`^cosine ${cosineOf(a, b) < 0 ? '−' : ''}${Math.abs(cosineOf(a, b)).toPrecision(3)}`));
    }
  });

  it('has a table of the means of groups, then of the strongest pairs of each sign', () => {
    const { twin } = draw();
    const rows = Array.from({ length: twin.rows }, (_, row) => twin.columns.map((_column, column) => twin.cell(row, column)));
    assert.deepEqual(rows.map(([first, second]) => `${first} ${second}`), [
      'hard × hard all pairs', 'hard × middle all pairs', 'hard × easy all pairs', 'middle × middle all pairs', 'middle × easy all pairs', 'easy × easy all pairs',
      'hard easy', 'hard middle', 'middle easy',
    ]);
    assert.deepEqual(rows[2], ['hard × easy', 'all pairs', '', '−0.980']);
    assert.deepEqual(rows[0][3], 'unknown');
    assert.deepEqual([5, 6, 8].map(twin.prompt), [null, 1, 2]);
  });

  it('says how many gradients are unknown, and what the groups do to each other', () => {
    assert.match(draw().notes.join(' '), /of a hard and an easy prompt: −0\.980.*2 prompts not drawn: gradient unknown/);
  });

  it('leaves rows empty whose length is lost in noise, and counts them', () => {
    const noisy = cosineKernel(known.map((gradient, at) => (at === 1 ? { ...gradient, squaredNorm: -0.1 } : gradient)));
    const from: Answers = new Map([['kernel', { asked: null, failure: null, known: { analysis: asked, result: { ...kernel, cosine: noisy } } }]]);
    assert.ok(draw(null, from).notes.includes('1 prompt left empty: its gradient is shorter than its noise.'));
    assert.match(draw(null, from).field?.describe(1, 0)[0] ?? '', /^cosine unknown/);
  });

  it('says what is missing', () => {
    assert.match(draw(null, new Map()).missing?.what ?? '', /^Working out/);
    const refused: Answers = new Map([['kernel', { asked: null, known: null, failure: { analysis: asked, message: 'The sidecar is gone.' } }]]);
    assert.equal(draw(null, refused).missing?.what, 'The sidecar is gone.');
    const one: Answers = new Map([['kernel', { asked: null, failure: null, known: { analysis: asked, result: { ...kernel, prompts: Int32Array.of(1), cosine: Float32Array.of(1) } } }]]);
    assert.match(draw(null, one).missing?.what ?? '', /^Fewer than two/);
  });
});
