import assert from 'node:assert/strict';
import { GradientSums } from '../../../src/core/interference/gradientSums';

describe('GradientSums', () => {
  it('adds score vectors up by verdict, and counts and squares them', () => {
    const sums = new GradientSums(2);
    sums.add(1, true, Float64Array.of(1, 2));
    sums.add(1, true, Float64Array.of(3, -1));
    sums.add(1, false, Float32Array.of(0.5, 0.25));
    assert.deepEqual([...(sums.sumCorrect(1) ?? [])], [4, 1]);
    assert.deepEqual([...(sums.sumWrong(1) ?? [])], [0.5, 0.25]);
    assert.deepEqual([sums.squaresCorrect(1), sums.squaresWrong(1)], [15, 0.3125]);
    assert.deepEqual([sums.correctCount(1), sums.wrongCount(1), sums.promptCount], [2, 1, 2]);
  });

  it('grows with the prompt, and holds nothing for one that has no samples', () => {
    const sums = new GradientSums(1);
    sums.add(5, false, Float64Array.of(1));
    assert.equal(sums.promptCount, 6);
    assert.equal(sums.sumCorrect(5), null);
    assert.equal(sums.sumWrong(2), null);
    assert.deepEqual([sums.correctCount(99), sums.wrongCount(99), sums.squaresCorrect(99), sums.squaresWrong(99)], [0, 0, 0, 0]);
  });

  it('takes a row of a matrix', () => {
    const sums = new GradientSums(2);
    assert.equal(sums.add(0, true, Float32Array.of(9, 9, 1, 2, 9), 2), true);
    assert.deepEqual([...(sums.sumCorrect(0) ?? [])], [1, 2]);
  });

  it('does not add a vector with a number that is not finite, and says so', () => {
    const sums = new GradientSums(2);
    for (const bad of [NaN, Infinity, -Infinity, 1e200]) assert.equal(sums.add(0, true, Float64Array.of(1, bad)), false);
    assert.equal(sums.promptCount, 0);
  });

  it('refuses a vector of another dimension, and a dimension or prompt that is none', () => {
    const sums = new GradientSums(3);
    const message = 'GradientSums requires vectors of dimension 3, got 4';
    assert.throws(() => sums.add(0, true, new Float64Array(4)), { name: 'RangeError', message });
    assert.throws(() => sums.add(0, true, new Float64Array(6), 4), RangeError);
    assert.throws(() => sums.add(0, true, new Float64Array(6), -1), RangeError);
    assert.throws(() => sums.add(-1, true, new Float64Array(3)), RangeError);
    assert.throws(() => new GradientSums(0), { name: 'RangeError', message: 'GradientSums requires a whole dimension of at least one, got 0' });
  });

  it('adds summaries of shards up to what the samples themselves would give', () => {
    const whole = new GradientSums(2);
    const shards = new GradientSums(2);
    for (const [correct, x, y] of [[true, 1, 2], [false, 3, 4], [true, 5, 6], [false, 7, 8]] as const) {
      whole.add(0, correct, Float64Array.of(x, y));
    }
    const first = { sumCorrect: Float64Array.of(1, 2), sumWrong: Float64Array.of(3, 4), squaresCorrect: 5, squaresWrong: 25 };
    const second = { sumCorrect: Float64Array.of(5, 6), sumWrong: Float64Array.of(7, 8), squaresCorrect: 61, squaresWrong: 113 };
    assert.equal(shards.addSummary(0, 2, 1, first), true);
    assert.equal(shards.addSummary(0, 2, 1, second), true);
    assert.deepEqual(shards.sumCorrect(0), whole.sumCorrect(0));
    assert.deepEqual(shards.sumWrong(0), whole.sumWrong(0));
    assert.deepEqual([shards.squaresCorrect(0), shards.squaresWrong(0)], [whole.squaresCorrect(0), whole.squaresWrong(0)]);
    assert.deepEqual([shards.correctCount(0), shards.wrongCount(0)], [2, 2]);
    assert.deepEqual([...first.sumCorrect], [1, 2]);
  });

  it('does not add a summary that cannot be one', () => {
    const sums = new GradientSums(1);
    const good = { sumCorrect: Float64Array.of(1), sumWrong: Float64Array.of(2), squaresCorrect: 1, squaresWrong: 4 };
    assert.equal(sums.addSummary(0, 2, 3, good), false);
    assert.equal(sums.addSummary(0, 2.5, 1, good), false);
    assert.equal(sums.addSummary(0, 2, 1, { ...good, squaresWrong: NaN }), false);
    assert.equal(sums.addSummary(0, 2, 1, { ...good, sumWrong: Float64Array.of(Infinity) }), false);
    assert.throws(() => sums.addSummary(0, 2, 1, { ...good, sumWrong: new Float64Array(2) }), RangeError);
    assert.equal(sums.promptCount, 0);
  });
});
