import assert from 'node:assert/strict';
import { plainProjector } from '../../../src/core/interference/projector';
import { seededRandom } from '../../../src/core/seededRandom';
import { vectorProjector } from '../../../src/logs/gradients/vectorProjector';

describe('vectorProjector', () => {
  it('projects as the plain one does, to the last digits, for every length and number of directions', () => {
    const random = seededRandom(5);
    const numbers = (count: number) => Float64Array.from({ length: count }, () => random() - 0.5);
    for (const d of [1, 2, 3, 8, 13, 64]) {
      for (const count of [1, 2, 3, 4, 5, 9]) {
        const directions = numbers(count * d);
        const [fast, plain] = [vectorProjector(directions, d), plainProjector(directions, d)];
        assert.ok(fast);
        for (let turn = 0; turn < 3; turn++) {
          const vector = numbers(d);
          const expected = Array.from(plain.project(vector));
          const actual: Float64Array = fast.project(vector);
          assert.equal(actual.length, count);
          expected.forEach((value, at) => { assert.ok(Math.abs(actual[at] - value) <= 1e-14 * d); });
          const turned = numbers(d);
          fast.turnLast(turned);
          plain.turnLast(turned);
        }
      }
    }
  });
});
