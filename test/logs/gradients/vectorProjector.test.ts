import assert from 'node:assert/strict';
import { plainProjector } from '../../../src/core/interference/projector';
import { vectorProjector } from '../../../src/logs/gradients/vectorProjector';
import { seededRandom } from '../../bench/seededRandom';

describe('vectorProjector', () => {
  const random = seededRandom(5);
  const vector = (length: number): Float64Array => Float64Array.from({ length }, () => random() * 2 - 1);

  it('gives the inner products of the definition, to the last digits, for every length and number of directions', () => {
    for (const d of [1, 2, 3, 4, 5, 7, 8, 13, 63, 64, 65, 1000]) {
      for (const count of [1, 2, 3, 4, 5, 9]) {
        const directions = vector(count * d);
        const definition = directions.slice();
        const projector = vectorProjector(directions, d);
        assert.ok(projector);
        for (let round = 0; round < 3; round++) {
          const given = vector(d);
          const found: Float64Array = projector.project(given);
          assert.equal(found.length, count);
          for (let at = 0; at < count; at++) {
            const expected = given.reduce((sum, value, j) => sum + value * (definition[at * d + j] as number), 0);
            assert.ok(Math.abs((found[at] as number) - expected) <= 1e-14 * d, `direction ${at} of ${count}, length ${d}`);
          }
          const turned = vector(d);
          projector.turnLast(turned);
          definition.set(turned, (count - 1) * d);
        }
      }
    }
  });

  it('leaves what it is given as it was, and lets NaN and Infinity through, as the core does', () => {
    for (const make of [vectorProjector, plainProjector]) {
      const directions = vector(12);
      const kept = directions.slice();
      const projector = make(directions, 4);
      assert.ok(projector);
      for (const strange of [NaN, Infinity, -Infinity]) {
        const given = Float64Array.of(1, strange, 2, 3);
        assert.ok(projector.project(given).every((value) => !Number.isFinite(value)));
        assert.deepEqual([...given], [1, strange, 2, 3]);
      }
      assert.ok(projector.project(vector(4)).every(Number.isFinite), 'the next vector is not spoiled');
      assert.deepEqual(directions, kept);
    }
  });
});
