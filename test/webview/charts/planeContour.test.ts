import assert from 'node:assert/strict';
import type { GradientPlane } from '../../../src/core/interference/gradientPlane';
import { toyObjectives } from '../../../src/core/toy/toyObjectives';
import type { Picture } from '../../../webview/charts/picture';
import { planeContour, planeFrame } from '../../../webview/charts/planeContour';
import type { Answers } from '../../../webview/state/answers';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

/** ∇J1 = (3, 0, 0), ∇J_4 = (-1, 2, 0): an angle of 116.6°. */
const plane: GradientPlane = { k: 4, squared1: 9, product: -3, squaredK: 5, bend: [-1, -2, -3] };
const answersOf = (of: GradientPlane): Answers => new Map([['plane', { asked: null, failure: null, known: { analysis: { kind: 'plane', k: 4 }, result: { kind: 'plane', plane: of, label: 'As estimated.' } } }]]);
const draw = (choice: string | null, answers = answersOf(plane), k = 4): Picture => planeContour({ run: exampleRun(), report: exampleReport(k), answers, choice });

/** The changes at every cell of the field, by the vectors themselves. */
function eachCell(picture: Picture, check: (u: number, v: number, value: number, words: readonly string[]) => void): void {
  const { field } = picture;
  assert.ok(field);
  for (let row = 0; row < field.rows; row += 7) for (let column = 0; column < field.columns; column += 7) {
    const place = (range: readonly [number, number], at: number, count: number): number => range[0] + ((at + 0.5) * (range[1] - range[0])) / count;
    check(place(field.x, column, field.columns), place(field.y, row, field.rows), field.values[row * field.columns + column], field.describe(column, row));
  }
}

describe('planeContour', () => {
  it('measures steps as lengths, along ∇J1 and across it', () => {
    const frame = planeFrame(plane);
    assert.ok(frame);
    assert.ok(Math.abs(frame.angle - 116.565) < 0.001);
    for (const [u, v] of [[1, 0], [0, 1], [0.3, -2]] as const) {
      const [alpha, beta] = frame.toSteps(u, v);
      // α∇J1 + β∇J_4 in the vectors' own numbers
      assert.ok(Math.abs(3 * alpha - beta - u) < 1e-12);
      assert.ok(Math.abs(2 * beta - v) < 1e-12);
    }
  });

  it('shades the steps that raise pass@k and lower pass@1, and no others', () => {
    eachCell(draw('1'), (u, v, value) => {
      const [at1, atK] = [3 * u, -u + 2 * v];
      assert.equal(value === -1, atK > 0 && at1 < 0, `${u} ${v}`);
    });
  });

  it('bends with the pass rates to second order, and says that this is an estimate', () => {
    const picture = draw('2');
    assert.match(picture.basis, /second order in the pass rates, an estimate$/);
    assert.ok(picture.notes.includes('As estimated.'));
    eachCell(picture, (u, v, value) => {
      const beta = v / 2;
      const alpha = (u + beta) / 3;
      const atK = -u + 2 * v - alpha ** 2 - 2 * alpha * beta - 3 * beta ** 2;
      assert.equal(value === -1, atK > 0 && 3 * u < 0, `${u} ${v}`);
    });
    assert.match(draw('1').basis, /first order$/);
  });

  it('points along both gradients, and tells their numbers in a table', () => {
    const picture = draw(null);
    const [first, second] = picture.marks;
    assert.ok(first.kind === 'arrow' && second.kind === 'arrow');
    assert.equal(first.y, 0);
    assert.ok(Math.abs(second.x / second.y - -1 / 2) < 1e-12);
    const facts = new Map(Array.from({ length: picture.twin.rows }, (_, row) => [picture.twin.cell(row, 0), picture.twin.cell(row, 1)]));
    assert.equal(facts.get('|∇J_1|'), '3.00');
    assert.equal(facts.get('pass@1 by a unit step along ∇J_4'), '−3.00');
    assert.equal(facts.get('angle in degrees'), '117');
  });

  it('says why there is nothing to draw', () => {
    assert.match(draw(null, answersOf(plane), 1).missing?.what ?? '', /^At k = 1 both gradients are the same/);
    assert.match(draw(null, answersOf({ ...plane, squared1: -0.1 })).missing?.what ?? '', /too small against its noise/);
    assert.match(draw(null, new Map()).missing?.what ?? '', /^Working out/);
  });

  it('draws the toy policy exactly: shaded where the inner product is below 0', () => {
    const picture = draw('toy');
    assert.match(picture.notes[0], /this is not your run/);
    assert.equal(picture.basis, 'exact, from the policy itself');
    let shaded = 0;
    eachCell(picture, (theta0, theta1, value) => {
      const { innerProduct } = toyObjectives([theta0, theta1], [{ s: -0.1, hard: false }, { s: 0.1, hard: true }], 4);
      assert.equal(value === -1, innerProduct < 0);
      shaded += value === -1 ? 1 : 0;
    });
    assert.ok(shaded > 20);
    // The paper's reference policy, MATH.md 1.4.
    assert.match(picture.notes[1], /pass@1 = 0\.479/);
  });

  it('says without gradients what is missing and how to add it, and offers the toy policy, named as what it is', () => {
    const bare = (choice: string | null): Picture => planeContour({ run: exampleRun({ gradients: null }), report: exampleReport(4, { gradients: null }), answers: new Map(), choice });
    const picture = bare(null);
    assert.match(picture.missing?.what ?? '', /Without the gradients of this run/);
    assert.match(picture.missing?.how ?? '', /score_grad.*“Toy policy, exact” .* not your run/);
    assert.deepEqual(picture.choice?.options.map(([value]) => value), ['1', '2', 'toy']);
    const toy = bare('toy');
    assert.deepEqual([toy.missing, toy.id, toy.choice?.value], [null, 'plane', 'toy']);
    assert.match(toy.notes[0], /this is not your run/);
  });
});
